package io.killtrail.reports.text;

import java.util.Locale;

/**
 * Text out of logs, made harmless for terminals: controls (C0, DEL, C1), escape sequences, line
 * breaks, direction overrides, other invisible format characters and lone surrogates become visible
 * escapes such as {@code \x1b} and {@code \u202e}.
 */
public final class TerminalText {
  /** The longest text that a report prints in one piece, in characters; longer ones are cut. */
  public static final int LIMIT = 1000;

  private static final String CUT = "...";

  private TerminalText() {}

  /** The text, harmless, cut to {@link #LIMIT}. */
  public static String escape(String text) {
    return escape(text, LIMIT);
  }

  /**
   * The text, harmless and at most {@code limit} characters (code points) of it; one that is cut
   * ends in three dots.
   */
  public static String escape(String text, int limit) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), limit) + 8);
    int taken = 0;
    for (int i = 0; i < text.length(); taken++) {
      if (taken == limit) {
        return out.append(CUT).toString();
      }
      int character = text.codePointAt(i);
      append(character, out);
      i += Character.charCount(character);
    }
    return out.toString();
  }

  private static void append(int character, StringBuilder out) {
    if (character >= ' ' && character <= '~') {
      out.append((char) character);
    } else if (character < 0x100 && Character.isISOControl(character)) {
      out.append(String.format(Locale.ROOT, "\\x%02x", character));
    } else if (harmless(character)) {
      out.appendCodePoint(character);
    } else {
      String form = character > 0xffff ? "\\U%08x" : "\\u%04x";
      out.append(String.format(Locale.ROOT, form, character));
    }
  }

  private static boolean harmless(int character) {
    return switch (Character.getType(character)) {
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
