package io.killtrail.ingest.journal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the kernel's log: {@code [ 25.616052] text}, or with {@code dmesg -T} {@code [Sat Nov
 * 21 02:14:43 2026] text}. A console may have glued other text in front.
 *
 * @param sinceBoot the time since the kernel's start; empty where the line has a date
 * @param local the date, of an unknown zone; empty where the line has none
 * @param text what the kernel says
 */
record KernelLine(Optional<Duration> sinceBoot, Optional<LocalDateTime> local, String text) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);
  private static final int MOST_SECONDS = 12;
  private static final int MICROS = 6;

  /** The line; empty if it has no stamp. */
  static Optional<KernelLine> parse(String line) {
    int close = line.indexOf("] ");
    int open = close < 0 ? -1 : line.lastIndexOf('[', close);
    if (open < 0) {
      return Optional.empty();
    }
    String stamp = line.substring(open + 1, close).strip();
    String text = line.substring(close + 2);
    Optional<Duration> since = since(stamp);
    return since.isPresent()
        ? Optional.of(new KernelLine(since, Optional.empty(), text))
        : date(stamp).map(at -> new KernelLine(Optional.empty(), Optional.of(at), text));
  }

  private static Optional<Duration> since(String stamp) {
    int dot = stamp.indexOf('.');
    boolean numbers =
        dot > 0
            && dot <= MOST_SECONDS
            && stamp.length() == dot + 1 + MICROS
            && Digits.end(stamp, 0) == dot
            && Digits.end(stamp, dot + 1) == stamp.length();
    return numbers
        ? Optional.of(
            Duration.ofSeconds(Long.parseLong(stamp, 0, dot, 10))
                .plusNanos(1000L * Integer.parseInt(stamp, dot + 1, stamp.length(), 10)))
        : Optional.empty();
  }

  /** The day has a blank in front where it has one digit. */
  private static Optional<LocalDateTime> date(String stamp) {
    try {
      return Optional.of(LocalDateTime.parse(stamp.replace("  ", " "), DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
