package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.Collision.Tids;
import io.killtrail.reports.chart.draw.Look;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.util.List;

/** Processes as bands: their own number, and those of their threads. */
record Bands(Scene scene, BootColumn column, NumberRange range, Scale scale) {
  /** Own numbers are this high at least, so that they are seen. */
  private static final double OWN = 5;

  private static final double OTHERS_OWN = 2;

  /** Threads are drawn one by one where they are this far apart, in dots. */
  private static final double APART = 1.7;

  /** What matters least lies lowest. */
  private static final List<Role> ORDER =
      List.of(Role.OTHER, Role.VICTIM, Role.FORMER_OWNER, Role.SENDER);

  void draw(Graphics2D canvas) {
    List<Holder> holders = scene.holders(column.boot());
    for (Role role : ORDER) {
      holders.stream().filter(holder -> holder.role() == role).forEach(one -> threads(one, canvas));
    }
    holders.stream()
        .filter(holder -> holder.role() == Role.VICTIM)
        .forEach(one -> tie(one, canvas));
    for (Role role : ORDER) {
      holders.stream().filter(holder -> holder.role() == role).forEach(one -> own(one, canvas));
    }
  }

  private void threads(Holder holder, Graphics2D canvas) {
    for (Tids piece : holder.threads()) {
      int first = Math.max(piece.first(), (int) Math.floor(range.low()));
      int last = Math.min(piece.last(), (int) Math.ceil(range.high()));
      Instant from = piece.from().filter(column::shows).orElse(column.begin(holder));
      if (first <= last && !from.isAfter(column.end(holder))) {
        band(holder, scale.box(from, column.end(holder), first, last, 1), first, last, canvas);
      }
    }
  }

  private void band(Holder holder, Rectangle2D box, int first, int last, Graphics2D canvas) {
    boolean other = holder.role() == Role.OTHER;
    canvas.setPaint(other ? Colors.OTHER_BAND : Colors.BAND);
    canvas.fill(box);
    if (!other && scale.step() >= APART) {
      canvas.setPaint(Colors.BAND_LINE);
      canvas.setStroke(Colors.THREAD);
      for (int tid = first; tid <= last; tid++) {
        double y = scale.y(tid);
        canvas.draw(new Line2D.Double(box.getMinX(), y, box.getMaxX(), y));
      }
    } else {
      canvas.setPaint(other ? Look.GREY : Colors.BAND_LINE);
      canvas.setStroke(Colors.THREAD);
      canvas.draw(box);
    }
  }

  /** Threads often begin far from the number of their process: a frame shows that they are one. */
  private void tie(Holder holder, Graphics2D canvas) {
    int last = holder.threads().stream().mapToInt(Tids::last).max().orElse(holder.pid());
    int top = Math.min(last, (int) range.high());
    int bottom = Math.max(holder.pid(), (int) range.low());
    if (bottom < top) {
      canvas.setPaint(Look.BLUE);
      canvas.setStroke(Colors.FRAME);
      canvas.draw(scale.box(column.begin(holder), column.end(holder), bottom, top, 1));
    }
  }

  private void own(Holder holder, Graphics2D canvas) {
    Instant from = column.begin(holder);
    Instant to = column.end(holder);
    if (range.holds(holder.pid()) && !from.isAfter(to)) {
      double high = holder.role() == Role.OTHER ? OTHERS_OWN : OWN;
      canvas.setPaint(Colors.of(holder.role()));
      canvas.fill(scale.box(from, to, holder.pid(), holder.pid(), high));
    }
  }
}
