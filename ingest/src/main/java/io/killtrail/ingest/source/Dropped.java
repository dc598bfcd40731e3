package io.killtrail.ingest.source;

import java.time.Instant;
import java.util.Objects;

/**
 * Lines that were dropped.
 *
 * @param lines how many
 * @param from when the first one was
 * @param to when the last one was; not before {@code from}
 */
public record Dropped(long lines, Instant from, Instant to) {
  public Dropped {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
  }

  /** More were dropped; the clock may have been set meanwhile. */
  Dropped and(long more, Instant now) {
    return new Dropped(lines + more, now.isBefore(from) ? now : from, now.isAfter(to) ? now : to);
  }
}
