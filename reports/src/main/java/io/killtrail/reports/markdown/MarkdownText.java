package io.killtrail.reports.markdown;

import io.killtrail.reports.text.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that may come out of a log, as Markdown that shows it and does nothing else. Backslashes do
 * not suffice: trackers look for mentions, mail addresses and references in the finished page,
 * where escapes are gone. Within code spans they do not look.
 */
final class MarkdownText {
  /**
   * A word that is only read: letters, dates and times, numbers too short for a commit id. What
   * else there is, such as dots (links), digits with letters (references, commit ids), and nearly
   * every sign, is code.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\(?(?:[A-Za-z](?:[A-Za-z'-]*[A-Za-z])?|[0-9]{1,6}(?:[.,][0-9]{1,6})?|[+%]"
              + "|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{3})?)[).,;:]{0,2}");

  private static final Pattern LIST = Pattern.compile("[+]|[0-9]+[.)].*");

  /** A word with the punctuation of the sentence around it. */
  private static final Pattern WORD = Pattern.compile("(\\(?)(.*?)([).,;:]*)");

  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** A sentence of ours with names out of logs in it: each word that is not plain becomes code. */
  static String sentence(String text) {
    List<String> words = new ArrayList<>();
    for (String word : visible(text).split(" ", -1)) {
      words.add(word(word, words.isEmpty()));
    }
    return String.join(" ", words);
  }

  /** At the start of a line a number and a dot, or a plus sign, would be a list. */
  private static String word(String word, boolean first) {
    boolean plain = PLAIN.matcher(word).matches() && !(first && LIST.matcher(word).matches());
    if (word.isEmpty() || plain) {
      return word;
    }
    Matcher parts = WORD.matcher(word);
    if (!parts.matches() || parts.group(2).isEmpty()) {
      return span(word);
    }
    return parts.group(1) + span(parts.group(2)) + parts.group(3);
  }

  /** A name or line out of a log, as one code span. */
  static String code(String text) {
    return span(visible(text));
  }

  /** Pipes end the cell of a table even within code spans. */
  private static String visible(String text) {
    return TerminalText.escape(text).replace("|", "\\x7c");
  }

  /** The fence must be longer than any run of backticks within. */
  private static String span(String text) {
    if (text.isBlank()) {
      return "(blank)";
    }
    int longest =
        TICKS.matcher(text).results().mapToInt(run -> run.end() - run.start()).max().orElse(0);
    String fence = "`".repeat(longest + 1);
    boolean pad = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ");
    return pad ? fence + " " + text + " " + fence : fence + text + fence;
  }
}
