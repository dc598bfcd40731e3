package io.killtrail.reports.chart.draw;

import java.awt.RenderingHints;
import java.util.Map;

/** How all is drawn and measured: smooth, and in fractions of a dot. */
final class Hints {
  static final Map<RenderingHints.Key, Object> ALL =
      Map.of(
          RenderingHints.KEY_ANTIALIASING,
          RenderingHints.VALUE_ANTIALIAS_ON,
          RenderingHints.KEY_TEXT_ANTIALIASING,
          RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
          RenderingHints.KEY_FRACTIONALMETRICS,
          RenderingHints.VALUE_FRACTIONALMETRICS_ON,
          RenderingHints.KEY_STROKE_CONTROL,
          RenderingHints.VALUE_STROKE_PURE);

  private Hints() {}

  static RenderingHints hints() {
    return new RenderingHints(ALL);
  }
}
