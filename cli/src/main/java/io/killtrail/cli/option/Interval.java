package io.killtrail.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** A length of time, such as {@code 30s}, {@code 12h} or {@code 7d}; never none. */
public record Interval(Duration time) {
  /** What most report after. */
  public static final Interval DAY = new Interval(Duration.ofDays(1));

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([smhdw])");

  static Interval parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no length of time; give one as 30s, 90m, 12h, 7d or 2w");
    }
    long number = Long.parseLong(form.group(1));
    return new Interval(
        switch (form.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays(7 * number);
        });
  }
}
