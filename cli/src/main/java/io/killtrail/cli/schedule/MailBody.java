package io.killtrail.cli.schedule;

import java.io.IOException;

/** The text of a mail: no line is longer than mail may be, whatever a log put into it. */
public final class MailBody {
  /** RFC 5322 allows 998 bytes in a line, and a letter takes up to 4. */
  private static final int LONGEST = 998 / 4;

  private MailBody() {}

  /** Writes the text; a line that is too long is broken. */
  public static void write(String text, Appendable out) throws IOException {
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start);
      out.append(text, start, end).append('\n');
      start = end < text.length() && text.charAt(end) == '\n' ? end + 1 : end;
    }
  }

  /** The end of the line, or of what fits into one. */
  private static int end(String text, int start) {
    int end = start;
    for (int letters = 0; letters < LONGEST && !isEnd(text, end); letters++) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isEnd(String text, int at) {
    return at == text.length() || text.charAt(at) == '\n';
  }
}
