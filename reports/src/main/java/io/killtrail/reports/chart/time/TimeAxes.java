package io.killtrail.reports.chart.time;

import io.killtrail.reports.chart.draw.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jfree.chart.axis.DateAxis;

/** Axes of time in one zone. */
public final class TimeAxes {
  /** A single moment is shown in the middle of this. */
  private static final Duration LEAST = Duration.ofSeconds(4);

  private final ZoneId zone;

  public TimeAxes(ZoneId zone) {
    this.zone = zone;
  }

  /** The days of the axis, and the zone of its hours, such as {@code 21 Nov 2026, UTC}. */
  public String days(Instant from, Instant to) {
    return new DayText(zone).of(from, to);
  }

  /** The days alone, where another axis beside names the zone. */
  public String daysOnly(Instant from, Instant to) {
    return new DayText(zone).days(from, to);
  }

  /** An axis over this time with the days in its title, after other words. */
  public DateAxis axis(Instant from, Instant to, String title) {
    DateAxis axis = new InnerLabels(TimeZone.getTimeZone(zone));
    Look.dress(axis, title);
    Instant last = to;
    Instant first = from;
    if (Duration.between(from, to).compareTo(LEAST) < 0) {
      Duration pad = LEAST.minus(Duration.between(from, to)).dividedBy(2);
      first = from.minus(pad);
      last = to.plus(pad);
    }
    axis.setRange(Date.from(first), Date.from(last));
    axis.setStandardTickUnits(new Ticks(TimeZone.getTimeZone(zone)).over(first, last, zone));
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
    return axis;
  }

  /** The place of a time on such an axis. */
  public static double value(Instant time) {
    return time.toEpochMilli();
  }
}
