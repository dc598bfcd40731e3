package io.killtrail.reports.chart.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in words: the month is a name, since 3/4 is another day elsewhere. */
record DayText(ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter WITHOUT_YEAR =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("xxx", Locale.ENGLISH);

  String of(Instant from, Instant to) {
    return days(from, to) + ", " + zone(from, to);
  }

  /** Without the zone. */
  String days(Instant from, Instant to) {
    LocalDate first = from.atZone(zone).toLocalDate();
    LocalDate last = to.atZone(zone).toLocalDate();
    if (first.equals(last)) {
      return DAY.format(first);
    }
    DateTimeFormatter before = first.getYear() == last.getYear() ? WITHOUT_YEAR : DAY;
    return before.format(first) + " to " + DAY.format(last);
  }

  /** Of zones with a summer time, the offset tells which one it is. */
  private String zone(Instant from, Instant to) {
    if (zone.normalized().equals(ZoneOffset.UTC)) {
      return "UTC";
    }
    String first = OFFSET.format(from.atZone(zone));
    String last = OFFSET.format(to.atZone(zone));
    String offset = first.equals(last) ? first : first + ", later " + last;
    return zone.equals(zone.normalized()) && zone instanceof ZoneOffset
        ? "UTC" + offset
        : zone.getId() + " (UTC" + offset + ")";
  }
}
