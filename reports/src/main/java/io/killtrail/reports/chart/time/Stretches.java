package io.killtrail.reports.chart.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Equal stretches of local time: those shorter than a day are counted from midnight, longer ones
 * are whole days.
 */
public record Stretches(Duration width, ZoneId zone) {
  private static final int DAY = 24 * 3600;

  /** Lengths that people count in, in seconds. */
  private static final List<Integer> WIDTHS =
      List.of(1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 12 * 3600, DAY, 7 * DAY, 28 * DAY, 364 * DAY);

  /**
   * The shortest that are no more than this many.
   *
   * @param least they are not shorter than this
   */
  public static Stretches over(Instant from, Instant to, Duration least, int most, ZoneId zone) {
    long span = Duration.between(from, to).toSeconds() + 1;
    int chosen =
        WIDTHS.stream()
            .filter(width -> width >= least.toSeconds() && span / width < most)
            .findFirst()
            .orElse(WIDTHS.getLast());
    return new Stretches(Duration.ofSeconds(chosen), zone);
  }

  /** When the stretch began in which a time lies. */
  public Instant begin(Instant time) {
    long seconds = width.toSeconds();
    if (seconds < DAY) {
      Instant midnight = time.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
      long since = Duration.between(midnight, time).toSeconds();
      return midnight.plusSeconds(Math.floorDiv(since, seconds) * seconds);
    }
    long days = seconds / DAY;
    long day = time.atZone(zone).toLocalDate().toEpochDay();
    return LocalDate.ofEpochDay(Math.floorDiv(day, days) * days).atStartOfDay(zone).toInstant();
  }

  /** When the stretch ends that began then. */
  public Instant end(Instant begin) {
    return width.toSeconds() < DAY
        ? begin.plus(width)
        : begin.atZone(zone).plusDays(width.toDays()).toInstant();
  }

  /** Such as {@code 5 min}, to be put behind "per". */
  public String text() {
    long seconds = width.toSeconds();
    if (seconds >= DAY) {
      return counted(seconds / DAY, "day", " days");
    }
    if (seconds >= 3600) {
      return counted(seconds / 3600, "hour", " hours");
    }
    return seconds >= 60
        ? counted(seconds / 60, "minute", " min")
        : counted(seconds, "second", " s");
  }

  private static String counted(long many, String one, String several) {
    return many == 1 ? one : many + several;
  }
}
