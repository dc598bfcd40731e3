package io.killtrail.reports.chart.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** What is drawn into a plot, by the axes of JFreeChart; it never changes. */
public interface PlotDrawing extends XYAnnotation {
  /** Draws it. */
  void draw(Graphics2D canvas, Rectangle2D area, ValueAxis across, ValueAxis up);

  @Override
  default void draw(
      Graphics2D canvas,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int renderer,
      PlotRenderingInfo info) {
    draw(canvas, area, across, up);
  }

  @Override
  default void addChangeListener(AnnotationChangeListener listener) {}

  @Override
  default void removeChangeListener(AnnotationChangeListener listener) {}
}
