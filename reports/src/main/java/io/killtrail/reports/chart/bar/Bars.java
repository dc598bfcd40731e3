package io.killtrail.reports.chart.bar;

import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.PlotDrawing;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.text.Count;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Lying bars with their numbers.
 *
 * @param highest longer ones are cut there
 */
record Bars(List<Row> rows, long highest) implements PlotDrawing {
  private static final double LEAST = 1.5;
  private static final double TALLEST = 26;

  @Override
  public void draw(Graphics2D canvas, Rectangle2D area, ValueAxis across, ValueAxis up) {
    double high = Math.min(TALLEST, area.getHeight() / rows.size() * Rows.HEIGHT);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double middle = up.valueToJava2D(i, area, RectangleEdge.LEFT);
      double shown = Math.min(highest, row.total());
      double end = across.valueToJava2D(shown, area, RectangleEdge.BOTTOM);
      Rectangle2D bar =
          new Rectangle2D.Double(
              area.getMinX(), middle - high / 2, Math.max(LEAST, end - area.getMinX()), high);
      parts(canvas, row, bar);
      if (row.total() > highest) {
        cut(canvas, bar);
      }
      canvas.setPaint(Look.INK);
      canvas.setFont(Look.STRONG);
      canvas.drawString(Count.of(row.total()), (float) bar.getMaxX() + 5, (float) middle + 4);
    }
  }

  private static void parts(Graphics2D canvas, Row row, Rectangle2D bar) {
    double x = bar.getMinX();
    for (Map.Entry<Kind, Long> part : row.counts().entrySet()) {
      double wide = bar.getWidth() * part.getValue() / row.total();
      part.getKey()
          .look()
          .fill(canvas, new Rectangle2D.Double(x, bar.getMinY(), wide, bar.getHeight()));
      x += wide;
    }
  }

  /** A gap shows that it goes on. */
  private static void cut(Graphics2D canvas, Rectangle2D bar) {
    double x = bar.getMaxX() - 16;
    Path2D gap = new Path2D.Double();
    gap.moveTo(x, bar.getMaxY() + 1);
    gap.lineTo(x + 5, bar.getMinY() - 1);
    gap.lineTo(x + 9, bar.getMinY() - 1);
    gap.lineTo(x + 4, bar.getMaxY() + 1);
    gap.closePath();
    canvas.setPaint(Color.WHITE);
    canvas.fill(gap);
  }
}
