package io.killtrail.reports.chart.time;

import static org.jfree.chart.axis.DateTickUnitType.DAY;
import static org.jfree.chart.axis.DateTickUnitType.HOUR;
import static org.jfree.chart.axis.DateTickUnitType.MILLISECOND;
import static org.jfree.chart.axis.DateTickUnitType.MINUTE;
import static org.jfree.chart.axis.DateTickUnitType.MONTH;
import static org.jfree.chart.axis.DateTickUnitType.SECOND;
import static org.jfree.chart.axis.DateTickUnitType.YEAR;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnits;

/** What an axis of time may be divided into, and how it is written. */
final class Ticks {
  private final TimeZone zone;

  Ticks(TimeZone zone) {
    this.zone = zone;
  }

  /** Times of the day have their day beside them where the axis has several. */
  TickUnits over(Instant from, Instant to, ZoneId at) {
    LocalDate first = from.atZone(at).toLocalDate();
    boolean oneDay = first.equals(to.atZone(at).toLocalDate());
    String day = oneDay ? "" : "d MMM ";
    TickUnits units = new TickUnits();
    add(units, MILLISECOND, day + "HH:mm:ss.SSS", 10, 50, 100, 250, 500);
    add(units, SECOND, day + "HH:mm:ss", 1, 2, 5, 10, 15, 30);
    add(units, MINUTE, day + "HH:mm", 1, 2, 5, 10, 15, 30);
    add(units, HOUR, day + "HH:mm", 1, 2, 3, 6, 12);
    add(units, DAY, "d MMM", 1, 2, 7, 14);
    add(units, MONTH, "MMM yyyy", 1, 2, 3, 6);
    add(units, YEAR, "yyyy", 1, 2, 5, 10, 50, 100);
    return units;
  }

  private void add(TickUnits units, DateTickUnitType type, String pattern, int... counts) {
    for (int count : counts) {
      units.add(new DateTickUnit(type, count, format(pattern)));
    }
  }

  private DateFormat format(String pattern) {
    DateFormat format = new SimpleDateFormat(pattern, Locale.ENGLISH);
    format.setTimeZone(zone);
    return format;
  }
}
