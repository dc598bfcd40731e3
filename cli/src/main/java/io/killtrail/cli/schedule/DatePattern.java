package io.killtrail.cli.schedule;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The name of a file with the date in it, as date(1) and strftime(3) write it: {@code %Y %m %d %H
 * %M %S}, {@code %F} for all of the date, {@code %G-W%V} for the week, {@code %%} for a percent
 * sign.
 */
public final class DatePattern {
  private DatePattern() {}

  /**
   * The path at this time.
   *
   * @throws IllegalArgumentException when a letter behind a percent sign means nothing here; the
   *     message is for the user
   */
  public static Path fill(Path pattern, ZonedDateTime time) {
    String text = pattern.toString();
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '%') {
        i++;
        filled.append(part(i < text.length() ? text.charAt(i) : ' ', time, text));
      } else {
        filled.append(letter);
      }
    }
    return pattern.getFileSystem().getPath(filled.toString());
  }

  private static String part(char letter, ZonedDateTime time, String text) {
    return switch (letter) {
      case '%' -> "%";
      case 'Y' -> format("uuuu", time);
      case 'm' -> format("MM", time);
      case 'd' -> format("dd", time);
      case 'H' -> format("HH", time);
      case 'M' -> format("mm", time);
      case 'S' -> format("ss", time);
      case 'F' -> format("uuuu-MM-dd", time);
      case 'j' -> format("DDD", time);
      case 'G' -> format("YYYY", time);
      case 'V' -> format("ww", time);
      default ->
          throw new IllegalArgumentException(
              "'%"
                  + letter
                  + "' in "
                  + text
                  + " is no part of a date; there are %Y %m %d %H %M %S %F %j %G %V, and %% for %");
    };
  }

  /** Weeks as of ISO 8601: of a locale where they are. */
  private static String format(String pattern, ZonedDateTime time) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(time);
  }
}
