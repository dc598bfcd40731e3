package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.reports.chart.draw.Labels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** The signal: an arrow from the sender's number to that of the file, and a mark where it hits. */
record SignalMark(Scene scene, BootColumn column, NumberRange range, Scale scale) {
  static final double RADIUS = 9;
  private static final double HEAD = 8;

  void draw(Graphics2D canvas) {
    if (!column.last()) {
      return;
    }
    double x = scale.x(scene.at());
    double y = scale.y(scene.number());
    senderY().ifPresent(from -> arrow(canvas, x, from, y));
    canvas.setPaint(Color.WHITE);
    canvas.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
    canvas.setPaint(Colors.SIGNAL);
    canvas.setStroke(Colors.MARK);
    canvas.draw(BootDrawing.mark(x, y, RADIUS));
  }

  /** Where the sender's number lies; at the edge, where it is farther off. */
  Optional<Double> senderY() {
    return scene.first(Role.SENDER).map(Holder::pid).map(pid -> scale.y(pid));
  }

  private void arrow(Graphics2D canvas, double x, double from, double to) {
    double towards = Math.signum(to - from);
    double tip = to - towards * (RADIUS + 2);
    if ((tip - from) * towards <= HEAD) {
      return;
    }
    canvas.setPaint(Colors.SIGNAL);
    canvas.setStroke(Colors.MARK);
    canvas.draw(new Line2D.Double(x, from, x, tip - towards * HEAD));
    Path2D head = new Path2D.Double();
    head.moveTo(x, tip);
    head.lineTo(x - HEAD * 0.7, tip - towards * HEAD * 1.3);
    head.lineTo(x + HEAD * 0.7, tip - towards * HEAD * 1.3);
    head.closePath();
    canvas.fill(head);
  }

  void keepClear(Labels labels) {
    if (column.last()) {
      double x = scale.x(scene.at());
      double y = scale.y(scene.number());
      double from = senderY().orElse(y);
      double top = Math.min(from, y) - RADIUS;
      labels.keepClear(
          new Rectangle2D.Double(x - RADIUS, top, 2 * RADIUS, Math.abs(from - y) + 2 * RADIUS));
    }
  }
}
