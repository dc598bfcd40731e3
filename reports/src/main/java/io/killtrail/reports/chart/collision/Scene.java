package io.killtrail.reports.chart.collision;

import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Collision;
import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.PidFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One collision, ready to be drawn.
 *
 * @param number the number in the PID file
 */
record Scene(Case told, Collision collision, PidFile file, int number) {

  /** Nothing where the case is none, or where the number is not known. */
  static Optional<Scene> of(Case told) {
    return told.collision()
        .filter(collision -> !collision.boots().isEmpty())
        .flatMap(collision -> told.pidFile().flatMap(file -> of(told, collision, file)));
  }

  private static Optional<Scene> of(Case told, Collision collision, PidFile file) {
    return file.number().isPresent()
        ? Optional.of(new Scene(told, collision, file, file.number().getAsInt()))
        : Optional.empty();
  }

  /** When the signal was sent. */
  Instant at() {
    return told.time();
  }

  Optional<Instant> written() {
    return file.modified().filter(time -> !time.isAfter(at()));
  }

  Optional<Holder> first(Role role) {
    return collision.holders().stream().filter(holder -> holder.role() == role).findFirst();
  }

  /** The boots in order, the last one is that of the signal. */
  List<BootSpan> boots() {
    return collision.boots();
  }

  BootSpan lastBoot() {
    return boots().getLast();
  }

  /** Those of this boot. */
  List<Holder> holders(BootSpan boot) {
    return collision.holders().stream().filter(holder -> bootOf(holder).equals(boot)).toList();
  }

  private BootSpan bootOf(Holder holder) {
    return boots().reversed().stream()
        .filter(boot -> !holder.seen().isBefore(boot.seen().from()))
        .findFirst()
        .orElse(boots().getFirst());
  }
}
