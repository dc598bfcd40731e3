package io.killtrail.reports.chart.time;

import io.killtrail.reports.chart.draw.Fonts;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTick;
import org.jfree.chart.ui.RectangleEdge;

/** An axis none of whose labels reaches beyond its ends, where another axis may have its own. */
final class InnerLabels extends DateAxis {
  private static final long serialVersionUID = 1L;

  /** So far beyond the end a label may reach. */
  private static final double BEYOND = 8;

  InnerLabels(TimeZone zone) {
    super("", zone, Locale.ENGLISH);
  }

  @Override
  protected List<DateTick> refreshTicksHorizontal(
      Graphics2D canvas, Rectangle2D area, RectangleEdge edge) {
    List<DateTick> kept = new ArrayList<>();
    for (Object each : super.refreshTicksHorizontal(canvas, area, edge)) {
      DateTick tick = (DateTick) each;
      double half = Fonts.width(tick.getText(), getTickLabelFont()) / 2;
      double x = valueToJava2D(tick.getValue(), area, edge);
      if (x - half >= area.getMinX() - BEYOND && x + half <= area.getMaxX() + BEYOND) {
        kept.add(tick);
      }
    }
    return kept;
  }
}
