package io.killtrail.analyzer.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Reads what a user types into a search: Lucene's classic syntax over the schema's fields. */
final class QueryReader extends QueryParser {
  private QueryReader() {
    super(KillIndexSchema.KIND, new KeywordAnalyzer());
    setAllowLeadingWildcard(true);
    setDefaultOperator(Operator.AND);
  }

  static Query read(String typed) throws QuerySyntaxException {
    if (typed.isBlank() || typed.strip().equals("*")) {
      return MatchAllDocsQuery.INSTANCE;
    }
    try {
      return new QueryReader().parse(typed);
    } catch (ParseException e) {
      throw new QuerySyntaxException(message(e));
    }
  }

  private static String message(ParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String text = String.valueOf(cause.getMessage());
    int more = text.indexOf('\n');
    return more < 0 ? text : text.substring(0, more);
  }

  @Override
  protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
    check(field);
    if (field.equals(KillIndexSchema.TIME)) {
      throw new ParseException("time takes a range: time:[2026-11-21T02:00 TO 2026-11-21T03:00]");
    }
    String term = field.equals(KillIndexSchema.SIGNAL) ? KillIndexSchema.signalTerm(text) : text;
    return newTermQuery(new Term(field, term), 1);
  }

  @Override
  protected Query getRangeQuery(
      String field, String from, String to, boolean fromInclusive, boolean toInclusive)
      throws ParseException {
    check(field);
    if (!field.equals(KillIndexSchema.TIME)) {
      throw new ParseException("a range can only be asked of time, not of " + field);
    }
    return LongField.newRangeQuery(
        field,
        from == null ? Long.MIN_VALUE : micros(from) + (fromInclusive ? 0 : 1),
        to == null ? Long.MAX_VALUE : micros(to) - (toInclusive ? 0 : 1));
  }

  private static void check(String field) throws ParseException {
    if (KillIndexSchema.field(field).isPresent()) {
      return;
    }
    Optional<String> near = NearestName.of(field, KillIndexSchema.names());
    throw new ParseException(
        "there is no field "
            + field
            + near.map(name -> "; did you mean " + name + "?").orElse("")
            + "; the fields are: "
            + String.join(", ", KillIndexSchema.names()));
  }

  private static long micros(String typed) throws ParseException {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time(typed));
  }

  private static Instant time(String typed) throws ParseException {
    try {
      if (typed.length() == "2026-11-21".length()) {
        return LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      boolean zoned =
          typed.endsWith("Z") || typed.lastIndexOf('+') > 0 || typed.lastIndexOf('-') > 7;
      return zoned
          ? OffsetDateTime.parse(typed).toInstant()
          : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new ParseException("not a time: " + typed + "; write 2026-11-21T02:22:16Z");
    }
  }
}
