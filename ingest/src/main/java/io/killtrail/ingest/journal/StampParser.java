package io.killtrail.ingest.journal;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Reads the stamp at the beginning of a short line. */
final class StampParser {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  /** systemd writes offsets as +0000 up to v252 and as +00:00 later. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  /**
   * A stamp and where it ends.
   *
   * @param end index of the blank after it
   */
  record Read(Stamp stamp, int end) {}

  private StampParser() {}

  static Optional<Read> read(String line) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    return line.charAt(0) >= '0' && line.charAt(0) <= '9' ? full(line) : yearless(line);
  }

  private static Optional<Read> full(String line) {
    int end = line.indexOf(' ');
    if (end < "2026-11-21T02:14:43Z".length() || end > 40) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(line.substring(0, end), ISO);
      return Optional.of(new Read(new Stamp.Full(time.toInstant()), end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Month, blank, day padded with a blank, blank, time, perhaps with a fraction. */
  private static Optional<Read> yearless(String line) {
    int month = month(line);
    int dayFrom = line.startsWith("  ", 3) ? 5 : 4;
    int dayEnd = Digits.end(line, Math.min(dayFrom, line.length()));
    if (month == 0 || dayEnd == dayFrom || dayEnd > 6 || !line.startsWith(" ", dayEnd)) {
      return Optional.empty();
    }
    int day = Integer.parseInt(line, dayFrom, dayEnd, 10);
    int end = line.indexOf(' ', dayEnd + 1);
    if (day < 1 || day > 31 || end < 0) {
      return Optional.empty();
    }
    return time(line.substring(dayEnd + 1, end))
        .map(time -> new Read(new Stamp.Yearless(month, day, time), end));
  }

  /** 1 to 12; 0 if the line begins with no month. Some locales write it in lower case. */
  private static int month(String line) {
    for (int i = 0; line.length() > 3 && line.charAt(3) == ' ' && i < MONTHS.length(); i += 3) {
      if (line.regionMatches(true, 0, MONTHS, i, 3)) {
        return i / 3 + 1;
      }
    }
    return 0;
  }

  private static Optional<LocalTime> time(String text) {
    if (text.length() < 8 || text.length() > 18) {
      return Optional.empty();
    }
    try {
      // A leap second is counted to the second before it.
      return Optional.of(LocalTime.parse(text.startsWith(":60", 5) ? leap(text) : text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String leap(String text) {
    return text.substring(0, 5) + ":59" + text.substring(8);
  }
}
