package io.killtrail.reports.expect;

import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.analyzer.query.NearestName;
import io.killtrail.analyzer.query.QuerySyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads rules: UTF-8, {@code expect QUERY} and on a line below {@code because REASON}; empty lines,
 * and lines that begin with {@code #}, say nothing.
 */
public final class ExpectFile {
  /** Bytes. */
  static final int LARGEST = 1 << 20;

  static final int MOST_RULES = 1000;

  /** Characters. */
  static final int LONGEST_REASON = 1000;

  private static final String EXPECT = "expect";
  private static final String BECAUSE = "because";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String name;
  private final List<SiteRule> rules = new ArrayList<>();

  /** A query that waits for its reason. */
  private Optional<Line> open = Optional.empty();

  private record Line(int number, String text, String word, String rest) {
    static Line of(int number, String text) {
      String bare = text.strip();
      int blank = 0;
      while (blank < bare.length() && !Character.isWhitespace(bare.charAt(blank))) {
        blank++;
      }
      return new Line(number, text, bare.substring(0, blank), bare.substring(blank).strip());
    }

    boolean silent() {
      return word.isEmpty() || word.startsWith("#");
    }

    int at(String part) {
      return Math.max(0, text.indexOf(part));
    }
  }

  private ExpectFile(String name) {
    this.name = name;
  }

  /**
   * The rules in the order in which they stand; their queries are read later.
   *
   * @param name of the file, for messages and reports
   * @throws ExpectFileException when it is no such file; it tells where and what to do
   */
  public static List<SiteRule> read(String name, InputStream in)
      throws IOException, ExpectFileException {
    ExpectFile file = new ExpectFile(name);
    List<String> lines = file.text(in).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Line line = Line.of(i + 1, lines.get(i));
      if (!line.silent()) {
        file.take(line);
      }
    }
    if (file.open.isPresent()) {
      throw file.noReason(file.open.get());
    }
    return List.copyOf(file.rules);
  }

  private String text(InputStream in) throws IOException, ExpectFileException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw wrong(Line.of(1, ""), "the file is larger than " + LARGEST + " bytes", 0);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw wrong(Line.of(1, ""), "the file is not UTF-8", 0);
    }
  }

  private void take(Line line) throws ExpectFileException {
    switch (line.word()) {
      case EXPECT -> query(line);
      case BECAUSE -> reason(line);
      default -> throw unknown(line);
    }
  }

  private void query(Line line) throws ExpectFileException {
    if (open.isPresent()) {
      throw noReason(open.get());
    }
    if (line.rest().isEmpty()) {
      throw wrong(line, "a query is missing: expect QUERY", line.text().length());
    }
    if (rules.size() == MOST_RULES) {
      throw wrong(line, "the file has more than " + MOST_RULES + " rules", 0);
    }
    open = Optional.of(line);
  }

  private void reason(Line line) throws ExpectFileException {
    Line query =
        open.orElseThrow(
            () -> wrong(line, "there is no expect QUERY before this reason", line.at(BECAUSE)));
    if (line.rest().isEmpty()) {
      throw wrong(line, "a reason is missing: because REASON", line.text().length());
    }
    if (line.rest().length() > LONGEST_REASON) {
      throw wrong(
          line,
          "the reason is longer than " + LONGEST_REASON + " characters",
          line.at(line.rest()) + LONGEST_REASON);
    }
    rules.add(new SiteRule(name, query.number(), Optional.of(query.rest()), line.rest()));
    open = Optional.empty();
  }

  private ExpectFileException noReason(Line query) {
    return wrong(
        query,
        "this rule lacks its reason; write because REASON on the line below it",
        query.text().length());
  }

  private ExpectFileException unknown(Line line) {
    String near =
        NearestName.of(line.word(), List.of(EXPECT, BECAUSE))
            .map(word -> "; did you mean " + word + "?")
            .orElse("; a line begins with expect, because, or #");
    return wrong(line, "no line begins with '" + line.word() + "'" + near, line.at(line.word()));
  }

  private ExpectFileException wrong(Line line, String message, int at) {
    return new ExpectFileException(
        name, line.number(), new QuerySyntaxException(message, line.text(), OptionalInt.of(at)));
  }
}
