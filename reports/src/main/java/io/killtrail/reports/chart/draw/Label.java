package io.killtrail.reports.chart.draw;

import io.killtrail.reports.text.TerminalText;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Text that may come out of a log, made fit to be drawn. */
public final class Label {
  private static final String ELLIPSIS = "\u2026";

  /** No label is longer: measuring a megabyte takes long. */
  private static final int LIMIT = 300;

  private Label() {}

  /** The text with controls, overrides of direction and lone surrogates as visible escapes. */
  public static String clean(String text) {
    return TerminalText.escape(text, LIMIT);
  }

  /** The clean text of at most so many characters, cut with an ellipsis. */
  public static String cut(String text, int most) {
    String clean = clean(text);
    boolean fits = clean.codePointCount(0, clean.length()) <= most;
    return fits ? clean : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + ELLIPSIS;
  }

  /** The clean text, cut with an ellipsis at its end to be no wider than this. */
  public static String fitted(String text, Font font, double width) {
    return fitted(clean(text), font, width, Label::begin);
  }

  /** As {@link #fitted}, cut in the middle: names of units often differ in their ends. */
  public static String fittedName(String text, Font font, double width) {
    return fitted(clean(text), font, width, Label::ends);
  }

  private static String fitted(
      String clean, Font font, double width, BiFunction<String, Integer, String> cut) {
    if (Fonts.width(clean, font) <= width) {
      return clean;
    }
    int fits = 0;
    int most = clean.codePointCount(0, clean.length());
    while (fits < most - 1) {
      int middle = (fits + most) / 2;
      if (Fonts.width(cut.apply(clean, middle), font) <= width) {
        fits = middle;
      } else {
        most = middle;
      }
    }
    return cut.apply(clean, fits);
  }

  private static String begin(String text, int characters) {
    return text.substring(0, text.offsetByCodePoints(0, characters)).strip() + ELLIPSIS;
  }

  private static String ends(String text, int characters) {
    int last = characters / 2;
    int end = text.offsetByCodePoints(text.length(), -last);
    return begin(text, characters - last) + text.substring(end).strip();
  }

  /** The text in lines no wider than this; the last one is cut if they are too many. */
  static List<String> lines(String text, Font font, double width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = TerminalText.escape(text);
    while (lines.size() < most - 1 && Fonts.width(rest, font) > width) {
      int end = breakBefore(rest, font, width);
      if (end <= 0) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    if (!rest.isEmpty()) {
      lines.add(fitted(rest, font, width));
    }
    return lines;
  }

  /** The last blank before which all fits. */
  private static int breakBefore(String text, Font font, double width) {
    int fits = -1;
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      if (Fonts.width(text.substring(0, at), font) > width) {
        break;
      }
      fits = at;
    }
    return fits;
  }
}
