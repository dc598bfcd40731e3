package io.killtrail.ingest.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the stamp of a short line, in all forms of journalctl (short, short-precise, short-iso,
 * short-full, short-unix) and of syslog daemons.
 */
final class StampParser {
  private static final int LONGEST_ISO = 40;
  private static final int MICROS = 6;

  /** systemd writes offsets as +0000 up to v252 and as +00:00 later. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /**
   * A stamp and where it ends.
   *
   * @param end index of the blank after it
   */
  record Read(Stamp stamp, int end) {}

  private StampParser() {}

  /** The stamp that begins at an index. */
  static Optional<Read> read(String line, int from) {
    int digits = Digits.end(line, from) - from;
    return switch (digits) {
      case 0 -> Weekday.at(line, from) ? full(line, from) : yearless(line, from);
      case 1, 2 -> yearless(line, from);
      case 4 -> iso(line, from);
      default -> unix(line, from, from + digits);
    };
  }

  private static Optional<Read> iso(String line, int from) {
    int end = line.indexOf(' ', from);
    int length = end - from;
    if (length < "2026-11-21T02:14:43".length() || length > LONGEST_ISO) {
      return Optional.empty();
    }
    int last = line.charAt(end - 1) == ':' ? end - 1 : end;
    try {
      TemporalAccessor time =
          ISO.parseBest(line.substring(from, last), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          new Read(
              time instanceof OffsetDateTime exact
                  ? new Stamp.Full(exact.toInstant())
                  : new Stamp.Zoneless(LocalDateTime.from(time)),
              end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code Fri 2026-11-20 21:14:43 EST}, as {@code -o short-full} and systemctl write it. */
  private static Optional<Read> full(String line, int from) {
    int date = from + Weekday.LENGTH + 1;
    int time = line.indexOf(' ', date) + 1;
    int zone = time > 0 ? line.indexOf(' ', time) + 1 : 0;
    if (zone == 0 || zone - date > LONGEST_ISO) {
      return Optional.empty();
    }
    int blank = line.indexOf(' ', zone);
    int end = blank < 0 ? line.length() : blank;
    try {
      LocalDateTime at =
          LocalDateTime.parse(
              line.substring(date, time - 1) + 'T' + line.substring(time, zone - 1));
      return Optional.of(
          new Read(
              ZoneName.offset(line, zone, trimmed(line, zone, end))
                  .<Stamp>map(offset -> new Stamp.Full(at.toInstant(offset)))
                  .orElseGet(() -> new Stamp.Zoneless(at)),
              end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int trimmed(String line, int from, int end) {
    return end > from && line.charAt(end - 1) == ';' ? end - 1 : end;
  }

  /** {@code 1795227736.868123}: seconds since 1970, with microseconds. */
  private static Optional<Read> unix(String line, int from, int dot) {
    int end = line.startsWith(".", dot) ? Digits.end(line, dot + 1) : dot;
    boolean micros = end - dot - 1 == MICROS && line.startsWith(" ", end);
    OptionalLong seconds = micros ? Digits.numberAt(line, from) : OptionalLong.empty();
    if (seconds.isEmpty() || dot - from > 12) {
      return Optional.empty();
    }
    long fraction = Digits.numberAt(line, dot + 1).orElse(0);
    Instant at = Instant.ofEpochSecond(seconds.getAsLong(), fraction * 1000);
    return Optional.of(new Read(new Stamp.Full(at), end));
  }

  /**
   * Month, blank, day padded with a blank, blank, time, perhaps with a fraction; day and month may
   * stand the other way round, since one of them is a word.
   */
  private static Optional<Read> yearless(String line, int from) {
    int firstEnd = line.indexOf(' ', from);
    int second = firstEnd >= 0 && line.startsWith(" ", firstEnd + 1) ? firstEnd + 2 : firstEnd + 1;
    int secondEnd = firstEnd < 0 ? -1 : line.indexOf(' ', second);
    int end = secondEnd < 0 ? -1 : line.indexOf(' ', secondEnd + 1);
    if (end < 0 || end - from > LONGEST_ISO) {
      return Optional.empty();
    }
    int month = Months.named(line, from, firstEnd);
    int day = month > 0 ? day(line, second, secondEnd) : day(line, from, firstEnd);
    int of = month > 0 ? month : Months.named(line, second, secondEnd);
    return day == 0 || of == 0
        ? Optional.empty()
        : time(line.substring(secondEnd + 1, end))
            .map(time -> new Read(new Stamp.Yearless(of, day, time), end));
  }

  /** 1 to 31; 0 if it is no day. */
  private static int day(String line, int from, int end) {
    boolean digits = end - from <= 2 && Digits.end(line, from) == end;
    int day = digits ? Digits.integerAt(line, from).orElse(0) : 0;
    return day <= 31 ? day : 0;
  }

  /** {@code 02:14:43}, also with a fraction, or with a colon where no host follows. */
  static Optional<LocalTime> time(String text) {
    String bare = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    if (bare.length() < 8 || bare.length() > 18) {
      return Optional.empty();
    }
    try {
      // A leap second is counted to the second before it.
      return Optional.of(LocalTime.parse(bare.startsWith(":60", 5) ? leap(bare) : bare));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String leap(String text) {
    return text.substring(0, 5) + ":59" + text.substring(8);
  }
}
