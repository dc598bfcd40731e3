package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile.Matched;
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
  static Optional<Life> of(PidFileState file, Named named, HostHistory history) {
    Instant then = written(file, named).orElse(file.seen());
    return history
        .processAt(file.number(), then)
        .filter(life -> !life.started().orElse(life.first()).isAfter(then))
        .filter(life -> !named.process().equals(Optional.of(life)));
  }

  /**
   * Since when the number no longer named its process: at the latest since the boot that its owner
   * did not survive, since the owner's end, or since another got the number.
   */
  static Optional<Instant> staleSince(
      PidFileState file, Matched matched, Named named, HostHistory history) {
    Optional<Instant> written = written(file, named);
    Instant held = written.orElse(file.seen());
    if (!history.sameBoot(held, named.time())) {
      return Optional.of(history.bootAfter(held));
    }
    return of(file, named, history)
        .flatMap(Life::ended)
        .or(() -> takenAt(file, matched, named, history))
        .filter(since -> !since.isAfter(named.time()))
        .filter(since -> written.map(since::isAfter).orElse(true));
  }

  private static Optional<Instant> takenAt(
      PidFileState file, Matched matched, Named named, HostHistory history) {
    return switch (matched) {
      case PROCESS -> named.process().flatMap(Life::started);
      case THREAD ->
          history
              .threadOf(file.number(), named.pid(), named.time())
              .flatMap(ThreadLife::started)
              .or(() -> named.process().flatMap(Life::started));
    };
  }

  private static Optional<Instant> written(PidFileState file, Named named) {
    return file.modified().filter(time -> !time.isAfter(named.time()));
  }
}
