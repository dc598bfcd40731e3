package io.killtrail.reports.chart.bar;

import io.killtrail.reports.chart.draw.Labels;
import io.killtrail.reports.chart.draw.Labels.Side;
import io.killtrail.reports.chart.draw.Labels.Spot;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.PlotDrawing;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.chart.time.Stretches;
import io.killtrail.reports.chart.time.TimeAxes;
import io.killtrail.reports.text.Count;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Counts of several kinds over time: standing bars, one for each stretch. */
final class Columns implements PlotDrawing {
  private static final double ROOM = 0.12;

  private static final double LEAST = 1.5;
  private static final double GAP = 1;

  private final Stretches stretches;
  private final SortedMap<Instant, SortedMap<Kind, Long>> counts = new TreeMap<>();

  Columns(Stretches stretches) {
    this.stretches = stretches;
  }

  void add(Instant time, Kind kind, long many) {
    counts
        .computeIfAbsent(stretches.begin(time), none -> new TreeMap<>())
        .merge(kind, many, Long::sum);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  List<SortedMap<Kind, Long>> bars() {
    return List.copyOf(counts.values());
  }

  /** A plot of it; the axis of time is that of all plots together. */
  XYPlot plot(String what) {
    NumberAxis axis = Rows.counts(what + " per " + stretches.text(), highest(), ROOM);
    XYPlot plot = new XYPlot();
    plot.setRangeAxis(axis);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Look.GREY);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Look.GRID);
    plot.addAnnotation(this);
    return plot;
  }

  private static long sum(SortedMap<Kind, Long> bar) {
    return bar.values().stream().mapToLong(Long::longValue).sum();
  }

  private long highest() {
    return Height.of(bars().stream().mapToLong(Columns::sum));
  }

  @Override
  public void draw(Graphics2D canvas, Rectangle2D area, ValueAxis across, ValueAxis up) {
    Labels labels = new Labels(canvas, area);
    long highest = highest();
    counts.forEach(
        (begin, bar) -> {
          double left = x(begin, area, across);
          double wide = x(stretches.end(begin), area, across) - left;
          double inner = Math.max(LEAST, wide > 4 * GAP ? wide - GAP : wide);
          long sum = sum(bar);
          double scale = Math.min(1, (double) highest / sum);
          double top = up.valueToJava2D(sum * scale, area, RectangleEdge.LEFT);
          stack(canvas, bar, sum, new Rectangle2D.Double(left, top, inner, area.getMaxY() - top));
          if (sum > highest) {
            cut(canvas, sum, left, inner, top, labels);
          }
        });
  }

  private static double x(Instant time, Rectangle2D area, ValueAxis across) {
    return across.valueToJava2D(TimeAxes.value(time), area, RectangleEdge.BOTTOM);
  }

  private static void stack(
      Graphics2D canvas, SortedMap<Kind, Long> bar, long sum, Rectangle2D column) {
    double bottom = column.getMaxY();
    long done = 0;
    for (Map.Entry<Kind, Long> part : bar.entrySet()) {
      done += part.getValue();
      double high = column.getHeight() * done / sum;
      double top = Math.min(bottom - 1, column.getMaxY() - high);
      part.getKey()
          .look()
          .fill(
              canvas, new Rectangle2D.Double(column.getX(), top, column.getWidth(), bottom - top));
      bottom = top;
    }
  }

  /** A gap shows that it goes on, and a number how far. */
  private static void cut(
      Graphics2D canvas, long sum, double left, double wide, double top, Labels labels) {
    canvas.setPaint(Color.WHITE);
    Path2D gap = new Path2D.Double();
    gap.moveTo(left - 1, top + 14);
    gap.lineTo(left + wide + 1, top + 8);
    gap.lineTo(left + wide + 1, top + 12);
    gap.lineTo(left - 1, top + 18);
    gap.closePath();
    canvas.fill(gap);
    List<Spot> spots = new ArrayList<>();
    for (double down : List.of(0.0, 15.0, 30.0)) {
      spots.add(new Spot(left + wide + 2, top + 4 + down, Side.RIGHT));
      spots.add(new Spot(left - 2, top + 4 + down, Side.LEFT));
    }
    labels.write(Count.of(sum), Look.STRONG, Look.INK, spots);
  }
}
