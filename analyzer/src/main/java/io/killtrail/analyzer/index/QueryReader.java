package io.killtrail.analyzer.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
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
      throw QueryFault.of(e, typed);
    }
  }

  @Override
  protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
    return newTermQuery(new Term(field, FieldUse.term(FieldUse.field(field), text)), 1);
  }

  @Override
  protected Query getPrefixQuery(String field, String beginning) throws ParseException {
    return super.getPrefixQuery(FieldUse.field(field).name(), beginning);
  }

  @Override
  protected Query getWildcardQuery(String field, String pattern) throws ParseException {
    if (field.equals("*") && pattern.equals("*")) {
      return MatchAllDocsQuery.INSTANCE;
    }
    return super.getWildcardQuery(FieldUse.field(field).name(), pattern);
  }

  @Override
  protected Query getRegexpQuery(String field, String pattern) throws ParseException {
    return super.getRegexpQuery(FieldUse.field(field).name(), pattern);
  }

  @Override
  protected Query getFuzzyQuery(String field, String text, float similarity) throws ParseException {
    return super.getFuzzyQuery(FieldUse.field(field).name(), text, similarity);
  }

  @Override
  protected Query getRangeQuery(
      String field, String from, String to, boolean fromInclusive, boolean toInclusive)
      throws ParseException {
    if (FieldUse.field(field).type() != SearchField.Type.TIME) {
      throw new FieldUse.WrongUse("a range can only be asked of time, not of " + field, field, "");
    }
    return LongField.newRangeQuery(
        field,
        from == null ? Long.MIN_VALUE : micros(from) + (fromInclusive ? 0 : 1),
        to == null ? Long.MAX_VALUE : micros(to) - (toInclusive ? 0 : 1));
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
      throw new FieldUse.WrongUse(
          "not a time: " + typed + "; write 2026-11-21T02:22:16Z", KillIndexSchema.TIME, typed);
    }
  }
}
