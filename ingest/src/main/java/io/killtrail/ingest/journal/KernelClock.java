package io.killtrail.ingest.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Dates the stamps of the kernel's log, which count from its start, by the audit records in it:
 * they have both. A record is printed a little after its event, so the latest start counts.
 */
final class KernelClock {
  private Optional<Instant> started = Optional.empty();

  /** An event of this time was printed at this stamp. */
  void see(Instant event, Duration stamp) {
    Instant start = event.minus(stamp);
    started = started.filter(known -> !known.isBefore(start)).or(() -> Optional.of(start));
  }

  /** The date of a stamp; empty while no record was seen. */
  Optional<Instant> time(Duration stamp) {
    return started.map(start -> start.plus(stamp));
  }
}
