package io.killtrail.reports.chart.collision;

import io.killtrail.reports.chart.draw.Labels;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.Optional;

/** The number in the PID file as a line: from when it was written, dashed once it is stale. */
record FileLine(Scene scene, BootColumn column, Scale scale) {
  private static final double MARK = 6;

  void draw(Graphics2D canvas) {
    double left = scale.area().getMinX();
    double right = scale.area().getMaxX();
    double begin = written().map(scale::x).orElse(left);
    double stale = scene.file().staleSince().map(this::placed).orElse(left);
    double end = column.last() ? scale.x(scene.at()) : right;
    line(canvas, begin, Math.min(stale, end), Colors.VALID);
    line(canvas, Math.max(begin, stale), end, Colors.STALE);
    if (column.last()) {
      line(canvas, end, right, Colors.AFTER);
    }
    written().ifPresent(time -> pen(canvas, scale.x(time)));
  }

  /** Where in this boot a time lies, or on which side of it. */
  private double placed(Instant time) {
    return !time.isAfter(column.boot().seen().from())
        ? scale.area().getMinX()
        : time.isAfter(column.to()) ? scale.area().getMaxX() : scale.x(time);
  }

  /** When the file was written, if it was in this boot. */
  Optional<Instant> written() {
    return scene.written().filter(column::shows);
  }

  private void line(Graphics2D canvas, double from, double to, Stroke stroke) {
    if (to > from) {
      canvas.setPaint(Colors.NUMBER);
      canvas.setStroke(stroke);
      double y = scale.y(scene.number());
      canvas.draw(new Line2D.Double(from, y, to, y));
    }
  }

  /** A diamond where the file was written. */
  private void pen(Graphics2D canvas, double x) {
    double y = scale.y(scene.number());
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x - MARK, y);
    diamond.lineTo(x, y - MARK);
    diamond.lineTo(x + MARK, y);
    diamond.lineTo(x, y + MARK);
    diamond.closePath();
    canvas.setPaint(Colors.NUMBER);
    canvas.fill(diamond);
  }

  void keepClear(Labels labels) {
    double y = scale.y(scene.number());
    double left = written().map(scale::x).orElse(scale.area().getMinX());
    labels.keepClear(new Rectangle2D.Double(left, y - 2, scale.area().getMaxX() - left, 4));
    written()
        .map(scale::x)
        .ifPresent(
            x -> labels.keepClear(new Rectangle2D.Double(x - MARK, y - MARK, 2 * MARK, 2 * MARK)));
  }
}
