package io.killtrail.reports.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * A colour with a pattern, so that nobody needs to tell two colours apart. Drawn as plain lines: a
 * TexturePaint would become an image within the SVG.
 */
public record Hatch(Color color, Pattern pattern) {
  /** Distance of the lines, in dots. */
  private static final double STEP = 5;

  private static final Color LIGHT = new Color(0xffffff);
  private static final BasicStroke LINE = new BasicStroke(1.2f);

  /** What lies over the colour. */
  public enum Pattern {
    PLAIN,
    RISING,
    FALLING,
    LEVEL,
    UPRIGHT,
    CROSSED
  }

  /** The colour alone. */
  public static Hatch plain(Color color) {
    return new Hatch(color, Pattern.PLAIN);
  }

  /** Fills a rectangle with it. */
  public void fill(Graphics2D canvas, Rectangle2D area) {
    canvas.setPaint(color);
    canvas.fill(area);
    if (pattern != Pattern.PLAIN && area.getWidth() >= 2 && area.getHeight() >= 2) {
      canvas.setPaint(LIGHT);
      canvas.setStroke(LINE);
      canvas.draw(lines(area));
    }
  }

  private Path2D lines(Rectangle2D area) {
    Path2D lines = new Path2D.Double();
    switch (pattern) {
      case PLAIN -> {}
      case RISING -> slanted(lines, area, true);
      case FALLING -> slanted(lines, area, false);
      case LEVEL -> level(lines, area);
      case UPRIGHT -> upright(lines, area);
      case CROSSED -> {
        slanted(lines, area, true);
        slanted(lines, area, false);
      }
    }
    return lines;
  }

  private static void level(Path2D lines, Rectangle2D area) {
    for (double y = area.getMinY() + STEP / 2; y < area.getMaxY(); y += STEP) {
      lines.moveTo(area.getMinX(), y);
      lines.lineTo(area.getMaxX(), y);
    }
  }

  private static void upright(Path2D lines, Rectangle2D area) {
    for (double x = area.getMinX() + STEP / 2; x < area.getMaxX(); x += STEP) {
      lines.moveTo(x, area.getMinY());
      lines.lineTo(x, area.getMaxY());
    }
  }

  /** Lines at 45 degrees, cut at the edges. */
  private static void slanted(Path2D lines, Rectangle2D area, boolean rising) {
    double top = rising ? area.getMinY() : area.getMaxY();
    double down = rising ? 1 : -1;
    double most = area.getWidth() + area.getHeight();
    for (double at = STEP / 2; at < most; at += STEP * Math.sqrt(2)) {
      double from = Math.max(0, at - area.getHeight());
      double to = Math.min(area.getWidth(), at);
      lines.moveTo(area.getMinX() + from, top + down * (at - from));
      lines.lineTo(area.getMinX() + to, top + down * (at - to));
    }
  }
}
