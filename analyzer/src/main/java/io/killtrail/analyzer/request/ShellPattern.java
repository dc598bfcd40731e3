package io.killtrail.analyzer.request;

/**
 * A shell pattern with {@code *}, {@code ?} and {@code [a-c]} (glob(7)). Patterns come out of logs,
 * so the work is bounded by the product of both lengths.
 */
final class ShellPattern {
  private ShellPattern() {}

  /** Whether a name is a pattern. */
  static boolean is(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }

  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1; // the last one that was met
    int taken = 0; // where the text goes on behind what it stands for
    while (t < text.length()) {
      int width = p < pattern.length() ? fits(pattern, p, text.charAt(t)) : 0;
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        taken = t;
      } else if (width > 0) {
        p += width;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++taken;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(rest -> rest == '*');
  }

  /** How many characters of the pattern stand for this letter; 0 if they do not. */
  private static int fits(String pattern, int p, char letter) {
    return switch (pattern.charAt(p)) {
      case '*' -> 0;
      case '?' -> 1;
      case '[' -> {
        int end = pattern.indexOf(']', p);
        yield end > 0 && inSet(pattern, p + 1, end, letter) ? end + 1 - p : 0;
      }
      default -> pattern.charAt(p) == letter ? 1 : 0;
    };
  }

  private static boolean inSet(String pattern, int from, int end, char letter) {
    for (int i = from; i < end; i++) {
      boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
      if (range && pattern.charAt(i) <= letter && letter <= pattern.charAt(i + 2)) {
        return true;
      }
      if (pattern.charAt(i) == letter) {
        return true;
      }
    }
    return false;
  }
}
