package io.killtrail.ingest.audit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds records wherever they stand in a line: behind what a logger put in front, several of them
 * on one line, with dates as {@code ausearch -i} prints them, or with a number for the type as
 * netlink has it ({@code 1318, audit(1634658845.864:100500): opid=…}). For lines that are no plain
 * record; those have a parser of their own, which is faster.
 */
final class RecordFinder {
  private static final String STAMP = "audit(";
  private static final String MESSAGE = "msg=";
  private static final String TYPE = "type=";
  private static final int LONGEST_STAMP = 64;
  private static final int TYPE_DIGITS = 4;

  private final LocalDates dates = new LocalDates();
  private final ZoneId zone;

  /** The zone of dates that name none. */
  RecordFinder(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A record within a line.
   *
   * @param node as the record names it
   * @param type name or number
   * @param start where it begins in the line
   * @param text all of it, as written
   * @param body what follows the header
   */
  record Found(
      Optional<String> node, String type, RecordStamp stamp, int start, String text, String body) {}

  /** A header: where it begins, and where its body does. */
  private record Header(
      int start, int bodyStart, Optional<String> node, String type, RecordStamp stamp) {}

  /** The records of a line, in their order; none if it holds none. */
  List<Found> find(String line) {
    List<Header> headers = new ArrayList<>();
    for (int at = line.indexOf(STAMP); at >= 0; at = line.indexOf(STAMP, at + 1)) {
      header(line, at).ifPresent(headers::add);
    }
    List<Found> found = new ArrayList<>(headers.size());
    for (int i = 0; i < headers.size(); i++) {
      Header header = headers.get(i);
      int end = i + 1 < headers.size() ? headers.get(i + 1).start() : line.length();
      found.add(
          new Found(
              header.node(),
              header.type(),
              header.stamp(),
              header.start(),
              line.substring(header.start(), end),
              body(line, header, end)));
    }
    return found;
  }

  private Optional<Header> header(String line, int at) {
    int before = at > 0 && line.charAt(at - 1) == '"' ? at - 1 : at;
    int word =
        line.startsWith(MESSAGE, before - MESSAGE.length()) ? before - MESSAGE.length() : before;
    int typeEnd = skipBlanksBack(line, word);
    int typeStart = wordStart(line, typeEnd);
    Optional<String> type = type(line.substring(typeStart, typeEnd));
    int close = close(line, at + STAMP.length());
    if (type.isEmpty() || close < 0) {
      return Optional.empty();
    }
    int nodeEnd = skipBlanksBack(line, typeStart);
    int nodeStart = wordStart(line, nodeEnd);
    Optional<String> node = node(line.substring(nodeStart, nodeEnd));
    return RecordStamp.parse(line.substring(at + STAMP.length(), close), dates, zone)
        .map(
            stamp ->
                new Header(
                    node.isPresent() ? nodeStart : typeStart,
                    bodyStart(line, close),
                    node,
                    type.get(),
                    stamp));
  }

  /** Where the stamp ends: at its bracket, or what a fault put there ({@code 938164/:}). */
  private static int close(String line, int from) {
    int limit = Math.min(line.length(), from + LONGEST_STAMP);
    for (int i = from; i < limit; i++) {
      char c = line.charAt(i);
      boolean within = (c >= '0' && c <= '9') || c == '.' || c == ':' || c == ' ' || c == '-';
      if (c == ')') {
        return i;
      }
      if (!within && line.startsWith(":", i + 1) && line.lastIndexOf(':', i) > from) {
        return i;
      }
    }
    return -1;
  }

  private static int bodyStart(String line, int close) {
    int at = close + 1;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == ':')) {
      at++;
    }
    return at;
  }

  private static int skipBlanksBack(String line, int end) {
    int at = end;
    while (at > 0 && line.charAt(at - 1) == ' ') {
      at--;
    }
    return at;
  }

  private static int wordStart(String line, int end) {
    int at = end;
    while (at > 0 && line.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }

  private static Optional<String> type(String word) {
    int at = word.indexOf(TYPE);
    if (at >= 0) {
      return Optional.of(word.substring(at + TYPE.length())).filter(name -> !name.isEmpty());
    }
    boolean numbered = word.length() == TYPE_DIGITS + 1 && word.endsWith(",");
    for (int i = 0; numbered && i < TYPE_DIGITS; i++) {
      numbered = word.charAt(i) >= '0' && word.charAt(i) <= '9';
    }
    return numbered ? Optional.of(word.substring(0, TYPE_DIGITS)) : Optional.empty();
  }

  private static Optional<String> node(String word) {
    return word.startsWith("node=") || word.startsWith("host=")
        ? Optional.of(word.substring("node=".length())).filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /**
   * Without what a quoting author left: escaped quotes, a closing quote, a backslash at the end.
   */
  private static String body(String line, Header header, int end) {
    String body = line.substring(Math.min(header.bodyStart(), end), end).strip();
    if (line.startsWith("\"" + STAMP, line.indexOf(STAMP, header.start()) - 1)) {
      int quote = body.lastIndexOf('"');
      body = quote < 0 ? body : body.substring(0, quote);
    }
    if (body.endsWith("\\")) {
      body = body.substring(0, body.length() - 1);
    }
    return body;
  }
}
