package io.killtrail.reports.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels within a plot that never lie over each other: each is offered some spots, takes the first
 * that is free, and is left out where none is. So those that matter come first.
 */
public final class Labels {
  private static final double HEIGHT = 15;
  private static final double MARGIN = 3;

  /** From the middle of a line down to where letters stand. */
  private static final double BASELINE = 4;

  private static final Color VEIL = new Color(0xfd, 0xfd, 0xfb, 0xd8);

  /** Where a text lies about its point. */
  public enum Side {
    RIGHT,
    LEFT,
    CENTRE
  }

  /** A place for a label: a point, and on which side of it the text lies, level with it. */
  public record Spot(double x, double y, Side side) {}

  private final Graphics2D canvas;
  private final Rectangle2D area;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** No label yet in this area. */
  public Labels(Graphics2D canvas, Rectangle2D area) {
    this.canvas = canvas;
    this.area = area;
  }

  /** Lets nothing be written here. */
  public void keepClear(Rectangle2D mark) {
    taken.add(mark);
  }

  /** Writes the text at the first spot that is free, if any is. */
  public boolean write(String text, Font font, Color color, List<Spot> spots) {
    String fitted = Label.fitted(text, font, area.getWidth() - 2 * MARGIN);
    for (Spot spot : spots) {
      Rectangle2D box = box(spot, Fonts.width(fitted, font));
      if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        draw(fitted, font, color, box);
        return true;
      }
    }
    return false;
  }

  private static Rectangle2D box(Spot spot, double text) {
    double width = text + 2 * MARGIN;
    double left =
        switch (spot.side()) {
          case RIGHT -> spot.x();
          case LEFT -> spot.x() - width;
          case CENTRE -> spot.x() - width / 2;
        };
    return new Rectangle2D.Double(left, spot.y() - HEIGHT / 2, width, HEIGHT);
  }

  private void draw(String text, Font font, Color color, Rectangle2D box) {
    canvas.setPaint(VEIL);
    canvas.fill(
        new RoundRectangle2D.Double(
            box.getX(), box.getY(), box.getWidth(), box.getHeight(), 2 * MARGIN, 2 * MARGIN));
    canvas.setPaint(color);
    canvas.setFont(font);
    canvas.drawString(text, (float) (box.getX() + MARGIN), (float) (box.getCenterY() + BASELINE));
  }
}
