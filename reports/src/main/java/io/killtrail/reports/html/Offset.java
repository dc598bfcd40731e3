package io.killtrail.reports.html;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far a piece of evidence lies from the deciding moment of its case, in few characters. */
final class Offset {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Offset() {}

  /** Such as {@code +488 ms}, {@code -13.4 s} and {@code -2.1 h}. */
  static String of(Instant moment, Instant at) {
    long millis = Duration.between(moment, at).toMillis();
    String sign = millis < 0 ? "\u2212" : "+";
    return millis == 0 ? "0" : sign + size(Math.abs(millis));
  }

  private static String size(long millis) {
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (millis < 2 * MINUTE) {
      return tenths(millis, SECOND) + " s";
    }
    if (millis < 2 * HOUR) {
      return tenths(millis, MINUTE) + " min";
    }
    return millis < 2 * DAY ? tenths(millis, HOUR) + " h" : tenths(millis, DAY) + " d";
  }

  private static String tenths(long millis, long unit) {
    return String.format(Locale.ROOT, "%.1f", (double) millis / unit);
  }
}
