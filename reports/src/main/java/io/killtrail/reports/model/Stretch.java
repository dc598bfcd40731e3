package io.killtrail.reports.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/** A stretch of time over which things are counted, as calendars of a zone have it. */
public enum Stretch {
  HOUR,
  DAY,
  /** By ISO 8601: from Monday on. */
  WEEK,
  MONTH;

  /** More rows nobody reads; then only those that hold something are told. */
  private static final int MOST = 10_000;

  /** The local time at which the stretch began in which this moment lies. */
  public LocalDateTime begin(Instant time, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(time, zone);
    LocalDate day = local.toLocalDate();
    return switch (this) {
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay();
    };
  }

  /** Such as {@code 2026-W47 (from 2026-11-16)}; never ambiguous. */
  String name(LocalDateTime begin) {
    return switch (this) {
      case HOUR -> begin.toString();
      case DAY -> begin.toLocalDate().toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d (from %s)",
              begin.get(IsoFields.WEEK_BASED_YEAR),
              begin.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
              begin.toLocalDate());
      case MONTH -> begin.toLocalDate().toString().substring(0, "2026-11".length());
    };
  }

  private LocalDateTime next(LocalDateTime begin) {
    return switch (this) {
      case HOUR -> begin.plusHours(1);
      case DAY -> begin.plusDays(1);
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
    };
  }

  /** A row for each stretch from the first to the last, those without any among them. */
  public List<ValueCount> rows(NavigableMap<LocalDateTime, Long> counts) {
    List<ValueCount> rows = new ArrayList<>();
    if (counts.isEmpty()) {
      return rows;
    }
    LocalDateTime last = counts.lastKey();
    for (LocalDateTime at = counts.firstKey(); !at.isAfter(last); at = next(at)) {
      rows.add(new ValueCount(name(at), counts.getOrDefault(at, 0L)));
      if (rows.size() > MOST) {
        return counts.entrySet().stream()
            .map(each -> new ValueCount(name(each.getKey()), each.getValue()))
            .toList();
      }
    }
    return rows;
  }
}
