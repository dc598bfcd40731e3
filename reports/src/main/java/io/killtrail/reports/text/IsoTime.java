package io.killtrail.reports.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for programs: ISO 8601 in UTC with milliseconds, {@code 2026-11-21T02:22:16.868Z}. */
public final class IsoTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private IsoTime() {}

  /** The time, cut to its millisecond. */
  public static String of(Instant time) {
    return FORMAT.format(time);
  }
}
