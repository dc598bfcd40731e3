package io.killtrail.reports.html;

import io.killtrail.reports.text.TerminalText;
import java.util.Locale;

/**
 * Text out of logs, made harmless for HTML, in text and in quoted attributes alike. Invisible
 * characters become visible as {@link TerminalText} shows them; what is left outside of ASCII is
 * written as a number, so that the bytes mean the same whatever a reader takes their charset for.
 */
final class HtmlText {
  private static final String SPECIAL = "&<>\"'";

  private HtmlText() {}

  /** The text, harmless, cut to {@link TerminalText#LIMIT}. */
  static String escape(String text) {
    return escape(text, TerminalText.LIMIT);
  }

  /** The text, harmless and at most {@code limit} characters of it, then three dots. */
  static String escape(String text, int limit) {
    if (text.length() <= limit && plain(text)) {
      return text;
    }
    String visible = TerminalText.escape(text, limit);
    StringBuilder out = new StringBuilder(visible.length() + 16);
    visible.codePoints().forEach(character -> append(character, out));
    return out.toString();
  }

  /** Most text of a report needs no escape, and a report has much of it. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter > '~' || SPECIAL.indexOf(letter) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void append(int character, StringBuilder out) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> other(character, out);
    }
  }

  private static void other(int character, StringBuilder out) {
    if (character <= '~') {
      out.append((char) character);
    } else {
      out.append("&#x").append(Integer.toHexString(character).toUpperCase(Locale.ROOT)).append(';');
    }
  }
}
