package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.analyzer.history.ThreadLife;
import java.time.Instant;
import java.util.Optional;

/** Whose number it was that a PID file held, before another got it. */
final class FormerOwner {
  private FormerOwner() {}

  /** The process that had the number when the file was written or seen, if not the victim. */
  static Optional<Life> of(PidFileState file, Delivery delivery, HostHistory history) {
    Instant then = written(file, delivery).orElse(file.seen());
    return history
        .processAt(file.number(), then)
        .filter(life -> !life.started().orElse(life.first()).isAfter(then))
        .filter(life -> !delivery.victim().equals(Optional.of(life)));
  }

  /**
   * Since when the number no longer named its process: at the latest since the boot that its owner
   * did not survive, since the owner's end, or since another got the number.
   */
  static Optional<Instant> staleSince(PidFileUse use, Delivery delivery, HostHistory history) {
    PidFileState file = use.file();
    Optional<Instant> written = written(file, delivery);
    Instant held = written.orElse(file.seen());
    if (!history.sameBoot(held, delivery.time())) {
      return Optional.of(history.bootAfter(held));
    }
    return of(file, delivery, history)
        .flatMap(Life::ended)
        .or(() -> takenAt(use, delivery, history))
        .filter(since -> !since.isAfter(delivery.time()))
        .filter(since -> written.map(since::isAfter).orElse(true));
  }

  private static Optional<Instant> takenAt(PidFileUse use, Delivery delivery, HostHistory history) {
    return switch (use.matched()) {
      case PROCESS -> delivery.victim().flatMap(Life::started);
      case THREAD ->
          history
              .threadOf(use.file().number(), delivery.victimPid(), delivery.time())
              .flatMap(ThreadLife::started)
              .or(() -> delivery.victim().flatMap(Life::started));
    };
  }

  private static Optional<Instant> written(PidFileState file, Delivery delivery) {
    return file.modified().filter(time -> !time.isAfter(delivery.time()));
  }
}
