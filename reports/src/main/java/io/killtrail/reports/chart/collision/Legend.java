package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.reports.chart.draw.Look;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;

/** What the shapes of the picture mean. */
final class Legend {
  private static final Shape LINE = new Line2D.Double(-14, 0, 14, 0);
  private static final Shape BOX = new Rectangle2D.Double(-10, -5, 20, 10);
  private static final Shape THIN = new Rectangle2D.Double(-10, -1.5, 20, 3);

  private Legend() {}

  static LegendItemCollection of(Scene scene) {
    LegendItemCollection items = new LegendItemCollection();
    items.add(line("number in the PID file", Colors.NUMBER, Colors.VALID));
    items.add(line("stale", Colors.NUMBER, Colors.STALE));
    scene
        .first(Role.FORMER_OWNER)
        .ifPresent(
            owner ->
                items.add(box("process it was written for", Colors.of(Role.FORMER_OWNER), THIN)));
    items.add(box("victim and its threads", Colors.BAND_LINE, BOX));
    scene
        .first(Role.SENDER)
        .ifPresent(sender -> items.add(box("sender", Colors.of(Role.SENDER), THIN)));
    items.add(item("signal", Colors.SIGNAL, BootDrawing.mark(0, 0, 5), true));
    scene
        .first(Role.OTHER)
        .ifPresent(other -> items.add(box("other processes", Colors.of(Role.OTHER), THIN)));
    return items;
  }

  private static LegendItem line(String text, Color color, Stroke stroke) {
    return new LegendItem(
        text,
        null,
        null,
        null,
        false,
        BOX,
        false,
        Look.GROUND,
        false,
        Look.GROUND,
        Look.THIN,
        true,
        LINE,
        stroke,
        color);
  }

  private static LegendItem box(String text, Paint color, Shape shape) {
    return new LegendItem(text, null, null, null, shape, color);
  }

  private static LegendItem item(String text, Paint color, Shape shape, boolean outline) {
    return new LegendItem(
        text,
        null,
        null,
        null,
        true,
        shape,
        false,
        color,
        outline,
        color,
        new BasicStroke(2.2f),
        false,
        LINE,
        Look.THIN,
        color);
  }
}
