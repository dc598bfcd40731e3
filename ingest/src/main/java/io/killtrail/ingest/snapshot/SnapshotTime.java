package io.killtrail.ingest.snapshot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Times of a snapshot: seconds since 1970 with a fraction, or ISO-8601 with an offset. */
final class SnapshotTime {
  /** Seconds of the year 9999, beyond which a number is no time. */
  private static final BigDecimal LAST = new BigDecimal("253402300799");

  private static final Instant LAST_TIME = Instant.ofEpochSecond(LAST.longValueExact());
  private static final int LONGEST = 40;

  private SnapshotTime() {}

  /** Whether a time can be written in seconds since 1970. */
  static boolean holds(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST_TIME);
  }

  static Optional<Instant> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))
        ? seconds(text)
        : iso(text);
  }

  private static Optional<Instant> seconds(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text).setScale(9, RoundingMode.DOWN);
      long whole = seconds.longValue();
      return seconds.compareTo(LAST) > 0
          ? Optional.empty()
          : Optional.of(
              Instant.ofEpochSecond(
                  whole,
                  seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
