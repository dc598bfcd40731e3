package io.killtrail.reports.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replaces names wherever they stand as whole words: between characters that are neither letters
 * nor digits. Of names that begin alike the longest is taken; small and capital letters are alike.
 */
final class WholeWords {
  private record Name(String text, String instead) {}

  /** By the letters and digits with which they begin. */
  private final Map<String, List<Name>> names = new HashMap<>();

  /** Puts {@code instead} in the place of a name; the first that is said of a name holds. */
  void add(String name, String instead) {
    String small = name.toLowerCase(Locale.ROOT);
    int begin = 0;
    while (begin < small.length() && !inWord(small, begin)) {
      begin++;
    }
    String text = small.substring(begin);
    if (!text.isEmpty()) {
      List<Name> alike = names.computeIfAbsent(firstWord(text, 0), none -> new ArrayList<>());
      if (alike.stream().noneMatch(other -> other.text().equals(text))) {
        alike.add(new Name(text, instead));
        alike.sort(Comparator.comparingInt((Name one) -> one.text().length()).reversed());
      }
    }
  }

  String replace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      if (!inWord(text, at)) {
        out.append(text.charAt(at++));
        continue;
      }
      String word = firstWord(text, at);
      Name found = at(text, at, names.getOrDefault(word.toLowerCase(Locale.ROOT), List.of()));
      out.append(found.text().isEmpty() ? word : found.instead());
      at += Math.max(word.length(), found.text().length());
    }
    return out.toString();
  }

  private static Name at(String text, int at, List<Name> names) {
    for (Name name : names) {
      int end = at + name.text().length();
      if (text.regionMatches(true, at, name.text(), 0, name.text().length())
          && (end >= text.length() || !inWord(text, end))) {
        return name;
      }
    }
    return new Name("", "");
  }

  private static String firstWord(String text, int at) {
    int end = at;
    while (end < text.length() && inWord(text, end)) {
      end++;
    }
    return text.substring(at, end);
  }

  private static boolean inWord(String text, int at) {
    char character = text.charAt(at);
    return Character.isLetterOrDigit(character) || Character.isSurrogate(character);
  }
}
