package io.killtrail.analyzer.doctor;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as systemd.time(7) has them, such as {@code 1h 30min} or {@code 90}. */
final class TimeSpan {
  private static final Pattern PART = Pattern.compile("\\s*(\\d{1,9}+)(?!\\d)\\s*([a-zA-Z]*)\\s*");

  private TimeSpan() {}

  /** Empty for what is none, and for {@code infinity}, which limits nothing. */
  static Optional<Duration> read(String text) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      long unit = millis(part.group(2));
      if (unit < 0) {
        return Optional.empty();
      }
      sum = sum.plusMillis(Long.parseLong(part.group(1)) * unit);
      end = part.end();
    }
    return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
  }

  private static long millis(String unit) {
    return switch (unit) {
      case "us", "usec" -> 0;
      case "ms", "msec" -> 1;
      case "", "s", "sec", "second", "seconds" -> 1_000;
      case "m", "min", "minute", "minutes" -> 60_000;
      case "h", "hr", "hour", "hours" -> 3_600_000;
      case "d", "day", "days" -> 86_400_000;
      case "w", "week", "weeks" -> 604_800_000;
      case "M", "month", "months" -> 2_629_800_000L;
      case "y", "year", "years" -> 31_557_600_000L;
      default -> -1;
    };
  }
}
