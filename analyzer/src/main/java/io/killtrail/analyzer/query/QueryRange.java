package io.killtrail.analyzer.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.lucene.queryparser.classic.ParseException;

/** A range that is asked of a field; an end that is a star lies nowhere. */
final class QueryRange {
  private final QueryField field;
  private final Optional<String> from;
  private final Optional<String> to;

  /** Of ends as the parser gives them: null for a star. */
  QueryRange(QueryField field, String from, String to) {
    this.field = field;
    this.from = Optional.ofNullable(from);
    this.to = Optional.ofNullable(to);
  }

  QueryField field() {
    return field;
  }

  long firstMicros(boolean inclusive) throws ParseException {
    return from.isEmpty() ? Long.MIN_VALUE : micros(from.get()) + (inclusive ? 0 : 1);
  }

  long lastMicros(boolean inclusive) throws ParseException {
    return to.isEmpty() ? Long.MAX_VALUE : micros(to.get()) - (inclusive ? 0 : 1);
  }

  double least(boolean inclusive) throws ParseException {
    double least = from.isEmpty() ? Double.NEGATIVE_INFINITY : FieldUse.quantity(field, from.get());
    return inclusive ? least : Math.nextUp(least);
  }

  double most(boolean inclusive) throws ParseException {
    double most = to.isEmpty() ? Double.POSITIVE_INFINITY : FieldUse.quantity(field, to.get());
    return inclusive ? most : Math.nextDown(most);
  }

  private long micros(String typed) throws ParseException {
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, time(typed));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new FieldUse.WrongUse(
          "not a time: " + typed + "; write 2026-11-21T02:22:16Z", field.name(), typed);
    }
  }

  /** A zone that is not given is UTC. */
  private static Instant time(String typed) {
    if (typed.length() == "2026-11-21".length()) {
      return LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = typed.endsWith("Z") || typed.lastIndexOf('+') > 0 || typed.lastIndexOf('-') > 7;
    return zoned
        ? OffsetDateTime.parse(typed).toInstant()
        : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
  }
}
