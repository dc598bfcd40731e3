package io.killtrail.ingest.journal;

import java.time.Duration;
import java.util.Optional;

/** Time spans as systemd writes them: {@code 1min 30s}, {@code 3s}, {@code 500ms}, {@code 2.5s}. */
final class TimeSpan {
  /** A century, in microseconds: more is no limit. */
  private static final double LONGEST = 100 * 365.25 * 86_400e6;

  private TimeSpan() {}

  /** Reads a span; empty for {@code infinity} and for what is none. */
  static Optional<Duration> parse(String text) {
    double micros = 0;
    int at = 0;
    while (at < text.length()) {
      int unit = endOfNumber(text, at);
      int end = endOfUnit(text, unit);
      double factor = micros(text.substring(unit, end));
      if (unit == at || unit - at > 15 || factor == 0) {
        return Optional.empty();
      }
      micros += factor * Double.parseDouble(text.substring(at, unit));
      at = text.startsWith(" ", end) ? end + 1 : end;
    }
    return text.isEmpty() || micros > LONGEST
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.round(micros) * 1000));
  }

  private static int endOfNumber(String text, int from) {
    int whole = Digits.end(text, from);
    if (whole == from || !text.startsWith(".", whole)) {
      return whole;
    }
    int fraction = Digits.end(text, whole + 1);
    return fraction > whole + 1 ? fraction : whole;
  }

  private static int endOfUnit(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != ' ' && !Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Microseconds of a unit (systemd.time(7)); 0 if there is no such unit. */
  private static double micros(String unit) {
    return switch (unit) {
      case "us", "μs", "µs" -> 1;
      case "ms" -> 1e3;
      case "s" -> 1e6;
      case "min" -> 60e6;
      case "h" -> 3600e6;
      case "d" -> 86_400e6;
      case "w" -> 7 * 86_400e6;
      case "month" -> 30.44 * 86_400e6;
      case "y" -> 365.25 * 86_400e6;
      default -> 0;
    };
  }
}
