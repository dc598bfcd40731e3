package io.killtrail.reports.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.block.AbstractBlock;
import org.jfree.chart.block.Block;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.ui.Size2D;

/** A small area with a colour and its pattern, for a legend. */
final class Swatch extends AbstractBlock implements Block {
  private static final long serialVersionUID = 1L;
  private static final double WIDE = 20;
  private static final double HIGH = 10;

  private final transient Hatch look;

  Swatch(Hatch look) {
    this.look = look;
  }

  @Override
  public Size2D arrange(Graphics2D canvas, RectangleConstraint constraint) {
    return new Size2D(WIDE, HIGH);
  }

  @Override
  public void draw(Graphics2D canvas, Rectangle2D area) {
    look.fill(
        canvas, new Rectangle2D.Double(area.getX(), area.getCenterY() - HIGH / 2, WIDE, HIGH));
  }

  @Override
  public Object draw(Graphics2D canvas, Rectangle2D area, Object parameters) {
    draw(canvas, area);
    return null;
  }
}
