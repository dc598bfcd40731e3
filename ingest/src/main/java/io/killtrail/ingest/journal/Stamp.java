package io.killtrail.ingest.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The time in front of a short line. */
sealed interface Stamp {
  /** {@code Nov 21 02:14:43}: local time, no year. */
  record Yearless(int month, int day, LocalTime time) implements Stamp {
    /** Grows with the time within a year. */
    long inYear() {
      return (month * 32L + day) * 86_400L + time.toSecondOfDay();
    }
  }

  /** {@code 2026-11-21T02:14:43}, {@code Sat 2026-11-21 02:14:43 XYZ}: local time of some zone. */
  record Zoneless(LocalDateTime at) implements Stamp {}

  /** {@code 2026-11-21T02:14:43.108+00:00}: short-iso, and syslog daemons since about 2021. */
  record Full(Instant at) implements Stamp {}
}
