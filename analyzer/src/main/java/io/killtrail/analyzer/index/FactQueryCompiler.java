package io.killtrail.analyzer.index;

import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.analyzer.query.QueryReader;
import io.killtrail.analyzer.query.QuerySyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** What is asked for, as Lucene takes it; but for the hosts, which no field alone tells. */
final class FactQueryCompiler {
  private static final String SERVICE = ".service";
  private static final String UNSET = "unset";

  private static final QueryReader QUERIES = new QueryReader(SearchFields.QUERIED);

  private FactQueryCompiler() {}

  static Query compile(FactQuery asked) throws QuerySyntaxException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(QUERIES.read(asked.lucene()), Occur.MUST);
    if (asked.since().isPresent() || asked.until().isPresent()) {
      all.add(time(asked), Occur.FILTER);
    }
    any(asked.signals(), signal -> terms(KillIndexSchema.SIGNAL, signal.toString()), all);
    any(asked.senders(), FactQueryCompiler::sender, all);
    any(asked.victims(), FactQueryCompiler::victim, all);
    any(asked.units(), FactQueryCompiler::unit, all);
    if (asked.login()) {
      all.add(
          new WildcardQuery(new Term(KillIndexSchema.SENDER + KillIndexSchema.SESSION, "*")),
          Occur.FILTER);
      all.add(
          new TermQuery(new Term(KillIndexSchema.SENDER + KillIndexSchema.AUID, UNSET)),
          Occur.MUST_NOT);
    }
    return single(all).build();
  }

  /** Only what stands alone. */
  private static BooleanQuery.Builder single(BooleanQuery.Builder all) {
    for (Kind kind : Kind.values()) {
      if (!kind.searchable()) {
        all.add(FactIndexReader.kind(kind), Occur.MUST_NOT);
      }
    }
    return all;
  }

  /** What stands alone and happened from one moment to before another. */
  static Query between(Instant from, Instant to) {
    return single(new BooleanQuery.Builder().add(time(micros(from), micros(to) - 1), Occur.MUST))
        .build();
  }

  /** The packs that hold anything from before this moment. */
  static Query packsUntil(Instant to) {
    return new BooleanQuery.Builder()
        .add(FactIndexReader.kind(Kind.SIGHTINGS), Occur.FILTER)
        .add(time(Long.MIN_VALUE, micros(to) - 1), Occur.MUST)
        .build();
  }

  private static Query time(FactQuery asked) {
    return time(
        asked.since().map(FactQueryCompiler::micros).orElse(Long.MIN_VALUE),
        asked.until().map(until -> micros(until) - 1).orElse(Long.MAX_VALUE));
  }

  private static Query time(long from, long to) {
    return LongField.newRangeQuery(KillIndexSchema.TIME, from, to);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static <T> void any(
      Collection<T> values, Function<T, Stream<Term>> terms, BooleanQuery.Builder all) {
    if (values.isEmpty()) {
      return;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.stream()
        .flatMap(terms)
        .distinct()
        .forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
    all.add(any.build(), Occur.FILTER);
  }

  private static Stream<Term> sender(String who) {
    if (isNumber(who)) {
      return terms(KillIndexSchema.SENDER + KillIndexSchema.PID, who);
    }
    return terms(
        KillIndexSchema.SENDER + (who.startsWith("/") ? KillIndexSchema.EXE : KillIndexSchema.COMM),
        who);
  }

  private static Stream<Term> victim(String who) {
    return isNumber(who)
        ? Stream.of(KillIndexSchema.VICTIM_PID, KillIndexSchema.TARGET)
            .flatMap(field -> terms(field, who))
        : terms(KillIndexSchema.VICTIM_COMM, who);
  }

  private static Stream<Term> unit(String name) {
    return Stream.of(name, name + SERVICE).flatMap(unit -> terms(KillIndexSchema.UNIT, unit));
  }

  private static Stream<Term> terms(String field, String value) {
    return Stream.of(new Term(field, value));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }
}
