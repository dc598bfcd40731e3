package io.killtrail.reports.chart.lane;

import io.killtrail.analyzer.cases.Span;
import io.killtrail.reports.chart.draw.Hatch;
import io.killtrail.reports.chart.draw.Hatch.Pattern;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.PlotDrawing;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.chart.time.TimeAxes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Draws the rows of the picture of coverage. */
record LaneDrawing(List<Lane> lanes) implements PlotDrawing {
  static final Hatch HEARD = Hatch.plain(Look.GREEN);
  static final Hatch MISSING = new Hatch(Look.VERMILION, Pattern.CROSSED);
  static final Hatch BOOT = new Hatch(Look.SKY, Pattern.PLAIN);
  static final Hatch CRASH = Hatch.plain(Look.INK);
  static final Hatch FLAGGED = Hatch.plain(Look.VERMILION);
  static final Hatch DEATH = Hatch.plain(Look.GREY);

  private static final double LEAST = 2;
  private static final double TALLEST = 24;
  private static final BasicStroke END = new BasicStroke(2f);

  @Override
  public void draw(Graphics2D canvas, Rectangle2D area, ValueAxis across, ValueAxis up) {
    double high = Math.min(TALLEST, area.getHeight() / lanes.size() * Rows.HEIGHT);
    for (int i = 0; i < lanes.size(); i++) {
      double y = up.valueToJava2D(i, area, RectangleEdge.LEFT);
      Row row = new Row(canvas, area, across, y, high);
      switch (lanes.get(i)) {
        case Lane.Source source -> {
          row.none(source.heard().isEmpty() && source.missing().isEmpty());
          source.heard().forEach(span -> row.bar(span, HEARD, 1));
          source.missing().forEach(span -> row.bar(span, MISSING, 1));
        }
        case Lane.Boots boots -> boots(boots, row);
        case Lane.Deaths deaths -> {
          row.none(deaths.others().isEmpty() && deaths.flagged().isEmpty());
          deaths.others().forEach(time -> row.bar(new Span(time, time), DEATH, 0.7));
          deaths.flagged().forEach(time -> row.bar(new Span(time, time), FLAGGED, 1.3));
        }
      }
    }
  }

  /** A boot that ended without a shutdown ends with a stroke. */
  private static void boots(Lane.Boots boots, Row row) {
    for (int i = 0; i < boots.spans().size(); i++) {
      row.bar(boots.spans().get(i), BOOT, 1);
      if (!boots.ended().get(i) && i + 1 < boots.spans().size()) {
        row.stroke(boots.spans().get(i).to());
      }
    }
  }

  private record Row(Graphics2D canvas, Rectangle2D area, ValueAxis across, double y, double high) {
    void bar(Span span, Hatch look, double part) {
      double left = x(span.from());
      double wide = Math.max(LEAST, x(span.to()) - left);
      look.fill(canvas, new Rectangle2D.Double(left, y - high * part / 2, wide, high * part));
    }

    /** An empty row says that it is meant. */
    void none(boolean empty) {
      if (empty) {
        canvas.setPaint(Look.FAINT_INK);
        canvas.setFont(Look.TEXT);
        canvas.drawString("none", (float) area.getMinX() + 8, (float) y + 4);
      }
    }

    void stroke(Instant time) {
      canvas.setPaint(Look.INK);
      canvas.setStroke(END);
      canvas.draw(new Line2D.Double(x(time), y - high * 0.7, x(time), y + high * 0.7));
    }

    private double x(Instant time) {
      return across.valueToJava2D(TimeAxes.value(time), area, RectangleEdge.BOTTOM);
    }
  }
}
