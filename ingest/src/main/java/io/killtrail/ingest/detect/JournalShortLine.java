package io.killtrail.ingest.detect;

import java.util.regex.Pattern;

/**
 * {@code Nov 21 02:14:43 host ident[pid]: text}. The month may be in another language, hence any
 * word.
 */
final class JournalShortLine {
  private static final Pattern START =
      Pattern.compile(
          "^[^\\s\\d]\\S{0,11} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(\\.\\d+)? \\S+ [^\\s:]+(\\[\\d+\\])?: ?.*");

  private JournalShortLine() {}

  static boolean matches(String line) {
    return START.matcher(line).matches();
  }
}
