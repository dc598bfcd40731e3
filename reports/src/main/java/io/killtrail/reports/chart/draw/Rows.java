package io.killtrail.reports.chart.draw;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Plots with a named row for each thing, the first on top. */
public final class Rows {
  /** So many rows are readable at the height of a chart. */
  public static final int MOST = 12;

  /** Part of a row's height that is drawn on. */
  public static final double HEIGHT = 0.62;

  /** Names of rows are cut to this, in dots. */
  private static final double NAME = 270;

  private Rows() {}

  /** An empty plot over such an axis. */
  public static XYPlot plot(List<String> names, ValueAxis across, PlotDrawing drawing) {
    String[] fitted =
        names.stream().map(name -> Label.fittedName(name, Look.TEXT, NAME)).toArray(String[]::new);
    SymbolAxis rows = new SymbolAxis("", fitted);
    Look.dress(rows, null);
    rows.setRange(-0.5, names.size() - 0.5);
    rows.setInverted(true);
    rows.setGridBandsVisible(false);
    rows.setTickMarksVisible(false);
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(across);
    plot.setRangeAxis(rows);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinePaint(Look.GRID);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(Look.GREY);
    plot.addAnnotation(drawing);
    return plot;
  }

  /** An axis of counts from 0, with room beyond the largest. */
  public static NumberAxis counts(String title, long most, double room) {
    NumberAxis axis = new NumberAxis();
    Look.dress(axis, title);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setRange(0, Math.max(1, most) * (1 + room));
    return axis;
  }
}
