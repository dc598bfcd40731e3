package io.killtrail.cli.option;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads times as people type them: ISO 8601 with or without zone, also with a blank for the T and
 * as reports print them; a date alone is its first moment; {@code now}, {@code today}, {@code
 * yesterday}; {@code -30m}, {@code -2h}, {@code -7d}, {@code -2w} ago.
 */
public final class TimeArgument {
  /** The forms, for help texts. */
  public static final String FORMS =
      "2026-11-21T02:22, 2026-11-21, today, yesterday, now, -30m, -2h, -7d";

  private static final int MOST_DIGITS = 6;

  private final Clock clock;
  private final ZoneId zone;

  /** Times without a zone are read in {@code zone}. */
  public TimeArgument(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The moment meant.
   *
   * @throws IllegalArgumentException when it is no time; the message is for the user
   */
  public Instant parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    try {
      return switch (word) {
        case "now" -> clock.instant();
        case "today" -> today().atStartOfDay(zone).toInstant();
        case "yesterday" -> today().minusDays(1).atStartOfDay(zone).toInstant();
        default -> word.startsWith("-") ? ago(word.substring(1)) : iso(text.strip());
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no time; give one as " + FORMS, e);
    }
  }

  /**
   * The moment that was given with an option; empty when it was not given.
   *
   * @throws ParameterException when it is no time
   */
  public Optional<Instant> option(String name, String value, CommandSpec command) {
    try {
      return Optional.ofNullable(value).map(this::parse);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '" + name + "': " + e.getMessage(), e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private Instant ago(String amount) {
    int last = amount.length() - 1;
    if (last < 1 || last > MOST_DIGITS) {
      throw new DateTimeException(amount);
    }
    int number = Integer.parseUnsignedInt(amount.substring(0, last));
    return clock.instant().atZone(zone).minus(number, unit(amount.charAt(last))).toInstant();
  }

  private static ChronoUnit unit(char letter) {
    return switch (letter) {
      case 's' -> ChronoUnit.SECONDS;
      case 'm' -> ChronoUnit.MINUTES;
      case 'h' -> ChronoUnit.HOURS;
      case 'd' -> ChronoUnit.DAYS;
      case 'w' -> ChronoUnit.WEEKS;
      default -> throw new DateTimeException("unit " + letter);
    };
  }

  private Instant iso(String text) {
    if (text.indexOf(':') < 0) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    String joined = text.replaceFirst(" ", "T").replace(" UTC", "Z").replace(" ", "");
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(joined, ZonedDateTime::from, LocalDateTime::from);
    return switch (time) {
      case ZonedDateTime zoned -> zoned.toInstant();
      case LocalDateTime local -> local.atZone(zone).toInstant();
      default -> throw new DateTimeException(text);
    };
  }
}
