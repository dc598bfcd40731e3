package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.reports.chart.time.TimeAxes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.DateAxis;

/**
 * The time of one boot that is shown.
 *
 * @param from the left edge
 * @param to the right edge
 * @param last whether the signal was sent in it
 */
record BootColumn(BootSpan boot, Instant from, Instant to, boolean last) {
  private static final double MARGIN = 0.08;

  /** Of a boot of which one moment only is known, so much is shown. */
  private static final Duration LEAST = Duration.ofSeconds(10);

  static BootColumn of(BootSpan boot, Scene scene) {
    boolean last = boot.equals(scene.lastBoot());
    Instant to = boot.seen().to();
    Instant from = last ? focus(boot, scene) : boot.seen().from();
    Duration span = Duration.between(from, to);
    Duration shown = span.compareTo(LEAST) < 0 ? LEAST : span;
    Duration margin = Duration.ofMillis((long) (shown.toMillis() * MARGIN));
    Instant left = span.compareTo(LEAST) < 0 ? to.minus(LEAST) : from;
    return new BootColumn(boot, left.minus(margin), to.plus(margin.multipliedBy(2)), last);
  }

  /** What the victim lived takes half of the column at least: what was before is not the matter. */
  private static Instant focus(BootSpan boot, Scene scene) {
    Instant start = boot.seen().from();
    Optional<Instant> begun =
        Stream.of(Role.VICTIM, Role.SENDER)
            .flatMap(role -> scene.first(role).stream())
            .map(holder -> holder.from().orElse(holder.seen()))
            .filter(time -> !time.isBefore(start) && !time.isAfter(boot.seen().to()))
            .min(Instant::compareTo);
    Instant focus = begun.map(time -> time.minus(between(time, boot.seen().to()))).orElse(start);
    return focus.isBefore(start) ? start : focus;
  }

  private static Duration between(Instant begun, Instant end) {
    Duration life = Duration.between(begun, end);
    return life.compareTo(LEAST) < 0 ? LEAST : life;
  }

  DateAxis axis(ZoneId zone, String title) {
    return new TimeAxes(zone).axis(from, to, title);
  }

  /** When a process is first shown: unknown begins are those of the boot. */
  Instant begin(Holder holder) {
    Instant begin = holder.from().orElse(holder.seen());
    return begin.isBefore(from) ? from : begin;
  }

  /** When a process is last shown: who was not seen to end lived on. */
  Instant end(Holder holder) {
    Instant end = holder.to().orElse(last ? to : boot.seen().to());
    return end.isAfter(to) ? to : end;
  }

  boolean shows(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }
}
