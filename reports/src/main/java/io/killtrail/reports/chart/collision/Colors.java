package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.reports.chart.draw.Look;
import java.awt.BasicStroke;
import java.awt.Color;

/** How each part of the picture looks; shapes differ too, so that colour alone tells nothing. */
final class Colors {
  static final Color NUMBER = Look.INK;
  static final Color SIGNAL = Look.VERMILION;

  /** Darker than the bands, so that letters are readable. */
  static final Color SENDER_TEXT = new Color(0x8a5a00);

  static final Color OWNER_TEXT = new Color(0x00684c);

  /** The victim's threads: a light ground with a line for each. */
  static final Color BAND = new Color(0xd6ebf8);

  static final Color BAND_LINE = new Color(0x8cc5e8);
  static final Color OTHER_BAND = new Color(0xeeeff1);

  static final BasicStroke VALID = new BasicStroke(2.2f);
  static final BasicStroke STALE = dashed(2.2f, 7f, 4f);
  static final BasicStroke AFTER = dashed(1.2f, 1.5f, 4f);
  static final BasicStroke MARK = new BasicStroke(2.6f);
  static final BasicStroke FRAME = dashed(0.8f, 2f, 3f);
  static final BasicStroke THREAD = new BasicStroke(0.8f);

  private Colors() {}

  private static BasicStroke dashed(float width, float dash, float gap) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {dash, gap}, 0f);
  }

  /** The colour of a process's own number. */
  static Color of(Role role) {
    return switch (role) {
      case VICTIM -> Look.BLUE;
      case SENDER -> Look.ORANGE;
      case FORMER_OWNER -> Look.GREEN;
      case OTHER -> Look.GREY;
    };
  }
}
