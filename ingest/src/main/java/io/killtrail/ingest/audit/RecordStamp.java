package io.killtrail.ingest.audit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What stands in the brackets of {@code audit(…)}: time and serial.
 *
 * @param epochMillis the time; read with the assumed zone where it is a local one
 * @param local date and time as written, where they are of an unknown zone
 */
record RecordStamp(long epochMillis, long serial, Optional<String> local) {
  private static final int LONGEST_SECONDS = 12;
  private static final int LONGEST_SERIAL = 18;
  private static final int MILLIS = 4; // with the dot

  /**
   * {@code 1795227736.868:68}, or {@code 21/11/26 02:22:16.868:68} as {@code ausearch -i} has it.
   */
  static Optional<RecordStamp> parse(String text, LocalDates dates, ZoneId zone) {
    int colon = text.lastIndexOf(':');
    int dot = colon - MILLIS;
    if (dot <= 0 || text.charAt(dot) != '.') {
      return Optional.empty();
    }
    long serial = number(text.substring(colon + 1), LONGEST_SERIAL);
    long millis = number(text.substring(dot + 1, colon), MILLIS);
    if (serial < 0 || millis < 0) {
      return Optional.empty();
    }
    String time = text.substring(0, dot);
    long seconds = number(time, LONGEST_SECONDS);
    return seconds >= 0
        ? Optional.of(new RecordStamp(seconds * 1000 + millis, serial, Optional.empty()))
        : local(time, dates, zone)
            .map(
                at ->
                    new RecordStamp(
                        at * 1000 + millis, serial, Optional.of(text.substring(0, colon))));
  }

  /** Seconds since 1970 of {@code 21/11/26 02:22:16}. */
  private static Optional<Long> local(String text, LocalDates dates, ZoneId zone) {
    int blank = text.lastIndexOf(' ');
    if (blank <= 0) {
      return Optional.empty();
    }
    Optional<LocalTime> time = time(text.substring(blank + 1));
    Optional<LocalDate> date = dates.read(text.substring(0, blank));
    return time.isEmpty() || date.isEmpty()
        ? Optional.empty()
        : Optional.of(date.get().atTime(time.get()).atZone(zone).toEpochSecond());
  }

  private static Optional<LocalTime> time(String text) {
    if (text.length() != 8 || text.charAt(2) != ':' || text.charAt(5) != ':') {
      return Optional.empty();
    }
    long hour = number(text.substring(0, 2), 2);
    long minute = number(text.substring(3, 5), 2);
    long second = number(text.substring(6), 2);
    boolean valid =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 61;
    return valid
        ? Optional.of(LocalTime.of((int) hour, (int) minute, (int) Math.min(second, 59)))
        : Optional.empty();
  }

  /** -1 if it is none, or too long. */
  private static long number(String text, int longest) {
    boolean digits = !text.isEmpty() && text.length() <= longest;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Long.parseLong(text) : -1;
  }
}
