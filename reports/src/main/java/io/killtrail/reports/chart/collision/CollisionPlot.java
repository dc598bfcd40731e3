package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.reports.chart.draw.Label;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.time.TimeAxes;
import java.awt.Color;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The columns of the picture: a plot for each boot, over one axis of numbers. */
final class CollisionPlot {
  private static final double GAP = 22;

  /** The boot of the signal gets the most room. */
  private static final int LAST_WEIGHT = 5;

  private static final int WEIGHT = 3;

  /** Margins and the axis of numbers take so much of the width. */
  private static final double AROUND = 110;

  private final Scene scene;
  private final ZoneId zone;

  CollisionPlot(Scene scene, ZoneId zone) {
    this.scene = scene;
    this.zone = zone;
  }

  CombinedRangeXYPlot plot() {
    NumberAxis numbers = new NumberAxis();
    Look.dress(numbers, "number: pid or thread id");
    numbers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    NumberFormat plain = NumberFormat.getIntegerInstance(Locale.ROOT);
    plain.setGroupingUsed(false);
    numbers.setNumberFormatOverride(plain);
    NumberRange range = NumberRange.of(scene);
    numbers.setRange(range.low(), range.high());
    CombinedRangeXYPlot columns = new CombinedRangeXYPlot(numbers);
    columns.setGap(GAP);
    for (int i = 0; i < scene.boots().size(); i++) {
      BootColumn column = BootColumn.of(scene.boots().get(i), scene);
      columns.add(subplot(column, range, i), weight(column));
    }
    return columns;
  }

  private XYPlot subplot(BootColumn column, NumberRange range, int index) {
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(column.axis(zone, title(column, index)));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Look.GREY);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Look.GRID);
    plot.addAnnotation(new BootDrawing(scene, column, range));
    return plot;
  }

  /** Such as {@code 1 boot earlier, shut down: 21 Nov 2026}. */
  private String title(BootColumn column, int index) {
    TimeAxes axes = new TimeAxes(zone);
    BootSpan boot = column.boot();
    Instant from = boot.seen().from();
    Instant to = boot.seen().to();
    if (column.last()) {
      return fitted((several() ? "boot of the signal: " : "") + axes.days(from, to), column);
    }
    int leftOut = index == 0 ? scene.collision().bootsLeftOut() : 0;
    int later = scene.boots().size() - 1 - index + leftOut;
    String end = boot.orderly() ? ", shut down" : "";
    String earlier = later + (later == 1 ? " boot" : " boots") + " earlier";
    return fitted(earlier + end + ": " + axes.daysOnly(from, to), column);
  }

  private boolean several() {
    return scene.boots().size() > 1;
  }

  /** No wider than its column is. */
  private String fitted(String title, BootColumn column) {
    int others = scene.boots().size() - 1;
    double part = (double) weight(column) / (LAST_WEIGHT + others * WEIGHT);
    double room = Look.WIDTH - AROUND - others * GAP;
    return Label.fitted(title, Look.TEXT, room * part + GAP / 2);
  }

  private static int weight(BootColumn column) {
    return column.last() ? LAST_WEIGHT : WEIGHT;
  }

  JFreeChart legend(JFreeChart chart) {
    LegendTitle legend = new LegendTitle(() -> Legend.of(scene));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(Look.TEXT);
    legend.setItemPaint(Look.INK);
    legend.setBackgroundPaint(null);
    legend.setPadding(new RectangleInsets(6, 0, 0, 0));
    legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 10));
    chart.addSubtitle(legend);
    return chart;
  }
}
