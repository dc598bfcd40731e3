package io.killtrail.ingest.strace;

import io.killtrail.ingest.InputContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates the stamps of a trace. Those since 1970 need no help; of times of the day the last is laid
 * to the file's own time, and every step back over half a day is a midnight.
 */
final class StraceClock {
  private static final int HALF_A_DAY = 12 * 3600;

  private final ZoneId zone;
  private final LocalDate lastDay;
  private final int midnights;
  private final Days days = new Days();

  /** The midnights so far. */
  static final class Days {
    private Optional<LocalTime> before = Optional.empty();
    private int passed;
    private boolean undated;

    /** Takes note of a stamp. */
    void see(String stamp) {
      timeOfDay(stamp).ifPresent(this::see);
    }

    private void see(LocalTime time) {
      int last = before.orElse(time).toSecondOfDay();
      passed += last - time.toSecondOfDay() > HALF_A_DAY ? 1 : 0;
      before = Optional.of(time);
      undated = true;
    }
  }

  /**
   * A clock for the lines of one input.
   *
   * @param all the stamps of the whole input
   */
  StraceClock(Days all, InputContext context) {
    this.zone = context.options().sourceZone().orElse(ZoneOffset.UTC);
    this.midnights = all.passed;
    LocalDate day = LocalDate.ofInstant(context.fileTime(), zone);
    LocalTime last = all.before.orElse(LocalTime.MIN);
    boolean later = day.atTime(last).atZone(zone).toInstant().isAfter(context.fileTime());
    this.lastDay = later ? day.minusDays(1) : day;
  }

  /** The time of the next line; empty if it has none. */
  Optional<Instant> time(String stamp) {
    Optional<LocalTime> ofDay = timeOfDay(stamp);
    if (ofDay.isPresent()) {
      days.see(ofDay.get());
      LocalDate day = lastDay.minusDays((long) midnights - days.passed);
      return Optional.of(day.atTime(ofDay.get()).atZone(zone).toInstant());
    }
    try {
      return stamp.isEmpty() ? Optional.empty() : Optional.of(sinceEpoch(stamp));
    } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant sinceEpoch(String stamp) {
    BigDecimal seconds = new BigDecimal(stamp);
    long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole, nanos);
  }

  private static Optional<LocalTime> timeOfDay(String stamp) {
    try {
      return stamp.indexOf(':') < 0 || stamp.length() > 18
          ? Optional.empty()
          : Optional.of(LocalTime.parse(stamp));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What is assumed of times of the day. */
  static Optional<String> note(Days all, InputContext context) {
    return all.undated
        ? Optional.of(
            "no date in the stamps: the last is laid to the file's time"
                + (context.options().sourceZone().isPresent() ? "" : "; zone UTC is assumed"))
        : Optional.empty();
  }
}
