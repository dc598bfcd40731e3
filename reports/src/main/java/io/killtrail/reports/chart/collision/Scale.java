package io.killtrail.reports.chart.collision;

import io.killtrail.reports.chart.time.TimeAxes;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Where times and numbers lie on the canvas. */
record Scale(Rectangle2D area, ValueAxis times, ValueAxis numbers) {
  double x(Instant time) {
    double x = times.valueToJava2D(TimeAxes.value(time), area, RectangleEdge.BOTTOM);
    return Math.clamp(x, area.getMinX(), area.getMaxX());
  }

  double y(double number) {
    double y = numbers.valueToJava2D(number, area, RectangleEdge.LEFT);
    return Math.clamp(y, area.getMinY(), area.getMaxY());
  }

  /** The box of some numbers in some time, at least so high. */
  Rectangle2D box(Instant from, Instant to, int first, int last, double least) {
    double top = y(last + 0.5);
    double bottom = y(first - 0.5);
    double more = Math.max(0, least - (bottom - top)) / 2;
    double left = x(from);
    return new Rectangle2D.Double(
        left, top - more, Math.max(1.5, x(to) - left), bottom - top + 2 * more);
  }

  /** Height of one number. */
  double step() {
    return area.getHeight() / numbers.getRange().getLength();
  }
}
