package io.killtrail.reports.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at blanks. A word that is longer than the line stays whole, so it can be copied. */
final class Wrap {
  private Wrap() {}

  static List<String> at(String text, int width) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (text.codePointCount(start, text.length()) > width) {
      int end = end(text, start, width);
      if (end < 0) {
        break;
      }
      lines.add(text.substring(start, end).stripTrailing());
      start = end + 1;
    }
    lines.add(text.substring(start).stripTrailing());
    return lines;
  }

  /** The last blank within the width, else the next one after it; -1 when there is none. */
  private static int end(String text, int start, int width) {
    int limit = text.offsetByCodePoints(start, width);
    int blank = text.lastIndexOf(' ', limit);
    return blank > start ? blank : text.indexOf(' ', limit);
  }
}
