package io.killtrail.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StretchTest {
  private static NavigableMap<LocalDateTime, Long> counts(
      Stretch stretch, ZoneId zone, String... times) {
    NavigableMap<LocalDateTime, Long> counts = new TreeMap<>();
    for (String time : times) {
      counts.merge(stretch.begin(Instant.parse(time), zone), 1L, Long::sum);
    }
    return counts;
  }

  @Test
  void weeksBeginOnMondayAndThoseWithoutAnythingAreTold() {
    assertThat(
            Stretch.WEEK.rows(
                counts(
                    Stretch.WEEK,
                    ZoneOffset.UTC,
                    "2026-12-20T23:59:59Z",
                    "2026-12-21T00:00:00Z",
                    "2027-01-04T12:00:00Z",
                    "2027-01-05T12:00:00Z")))
        .containsExactly(
            new ValueCount("2026-W51 (from 2026-12-14)", 1),
            new ValueCount("2026-W52 (from 2026-12-21)", 1),
            new ValueCount("2026-W53 (from 2026-12-28)", 0),
            new ValueCount("2027-W01 (from 2027-01-04)", 2));
  }

  @Test
  void aDayIsThatOfTheZone() {
    assertThat(
            Stretch.DAY.rows(
                counts(Stretch.DAY, ZoneId.of("Asia/Kolkata"), "2026-11-21T20:00:00Z")))
        .containsExactly(new ValueCount("2026-11-22", 1));
    assertThat(
            Stretch.HOUR.rows(
                counts(Stretch.HOUR, ZoneId.of("Asia/Kolkata"), "2026-11-21T20:00:00Z")))
        .containsExactly(new ValueCount("2026-11-22T01:00", 1));
    assertThat(Stretch.MONTH.rows(counts(Stretch.MONTH, ZoneOffset.UTC, "2026-11-21T20:00:00Z")))
        .containsExactly(new ValueCount("2026-11", 1));
  }

  @Test
  void aStampFromTheDawnOfTimeDoesNotMakeAMillionRows() {
    assertThat(
            Stretch.HOUR.rows(
                counts(
                    Stretch.HOUR, ZoneOffset.UTC, "1970-01-01T00:00:00Z", "2026-11-21T20:00:00Z")))
        .hasSize(2);
    assertThat(Stretch.HOUR.rows(new TreeMap<>())).isEmpty();
  }
}
