package io.killtrail.reports.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times for people, never ambiguous: {@code 2026-11-21 02:22:16.868 UTC}, in other zones with the
 * offset, {@code 2026-11-20 21:22:16.868 -05:00}.
 */
public final class TimeText {
  private final DateTimeFormatter format;

  public TimeText(ZoneId zone) {
    boolean utc = zone.normalized().equals(ZoneOffset.UTC);
    String pattern = "uuuu-MM-dd HH:mm:ss.SSS" + (utc ? " 'UTC'" : " xxx");
    this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
  }

  /** The time with its date and zone. */
  public String of(Instant time) {
    return format.format(time);
  }

  /** Both ends, each with its date and zone. */
  public String span(Instant first, Instant last) {
    return of(first) + " to " + of(last);
  }
}
