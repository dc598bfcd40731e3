package io.killtrail.ingest.aggregate;

import java.util.HashMap;
import java.util.Map;

/**
 * Fields whose values may hold blanks without being quoted: {@code comm="sh" proctitle=sh -c ls
 * ses="-1"}. A value goes on to the next word that looks like a name and an equals sign. Of a name
 * that occurs twice the first counts.
 */
final class LooseFields {
  private LooseFields() {}

  static Map<String, String> of(String text) {
    Map<String, String> fields = new HashMap<>();
    int at = nextName(text, 0);
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      int next = quotedEnd(text, equals + 1);
      next = nextName(text, next);
      String value = text.substring(equals + 1, next).strip();
      fields.putIfAbsent(text.substring(at, equals), bare(value));
      at = next;
    }
    return fields;
  }

  private static String bare(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Behind the closing quote of a value that is quoted; else where the value begins. */
  private static int quotedEnd(String text, int start) {
    if (start < text.length() && text.charAt(start) == '"') {
      int close = text.indexOf('"', start + 1);
      return close < 0 ? start : close + 1;
    }
    return start;
  }

  /** Where the next name begins; the text's end when none does. */
  private static int nextName(String text, int from) {
    int word = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        word = i + 1;
      } else if (c == '=' && i > word && startsWord(text, word)) {
        return word;
      } else if (!isNameChar(c)) {
        word = text.length(); // until the next blank
      }
    }
    return text.length();
  }

  private static boolean startsWord(String text, int word) {
    return word == 0 || text.charAt(word - 1) == ' ';
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
