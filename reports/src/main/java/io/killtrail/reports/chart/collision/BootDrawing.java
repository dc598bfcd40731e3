package io.killtrail.reports.chart.collision;

import io.killtrail.reports.chart.draw.Labels;
import io.killtrail.reports.chart.draw.PlotDrawing;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;

/** Draws what happened in one boot: first the bands, then the line of the file, then the signal. */
record BootDrawing(Scene scene, BootColumn column, NumberRange range) implements PlotDrawing {

  @Override
  public void draw(Graphics2D canvas, Rectangle2D area, ValueAxis times, ValueAxis numbers) {
    Scale scale = new Scale(area, times, numbers);
    Labels labels = new Labels(canvas, area);
    new Bands(scene, column, range, scale).draw(canvas);
    FileLine file = new FileLine(scene, column, scale);
    file.draw(canvas);
    SignalMark signal = new SignalMark(scene, column, range, scale);
    signal.draw(canvas);
    file.keepClear(labels);
    signal.keepClear(labels);
    new Captions(scene, column, range, scale, labels).write();
  }

  /** A circle with a cross in it. */
  static Shape mark(double x, double y, double radius) {
    Path2D mark = new Path2D.Double();
    mark.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
    double arm = radius * 0.55;
    mark.moveTo(x - arm, y - arm);
    mark.lineTo(x + arm, y + arm);
    mark.moveTo(x - arm, y + arm);
    mark.lineTo(x + arm, y - arm);
    return mark;
  }
}
