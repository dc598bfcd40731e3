package io.killtrail.ingest.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps lines of one second in their order where their places in the file cannot, since the file
 * has its newest line first: each gets a microsecond more than the one before it.
 */
final class ShortOrder {
  private static final int MOST = 999_999;

  /** Stamps mix a little, but no line is late by so many seconds. */
  private static final int SECONDS = 64;

  private final boolean reversed;
  private final Map<Instant, Integer> seen = new HashMap<>();

  ShortOrder(boolean reversed) {
    this.reversed = reversed;
  }

  /** The time of the next line in order of time. */
  Instant next(Instant written) {
    if (!reversed) {
      return written;
    }
    if (seen.size() > SECONDS) {
      seen.clear();
    }
    int place = Math.min(seen.merge(written, 1, Integer::sum) - 1, MOST);
    return written.plus(place, ChronoUnit.MICROS);
  }
}
