package io.killtrail.reports.expect;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Expectation;
import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.analyzer.query.QueryField;
import io.killtrail.analyzer.query.QueryFields;
import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.analyzer.query.RowSearch;
import io.killtrail.reports.table.CaseTables;
import io.killtrail.reports.table.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The rules of a site, ready to be asked of cases. */
public final class Expectations {
  /** So many cases are asked at once, so that memory does not grow with them. */
  private static final int BATCH = 2000;

  private static final List<Column<Case>> COLUMNS = CaseTables.judged().columns();

  private final List<SiteRule> rules;
  private final RowSearch search;
  private final List<Column<Case>> asked;

  private Expectations(List<SiteRule> rules, RowSearch search) {
    this.rules = rules;
    this.search = search;
    this.asked =
        COLUMNS.stream().filter(each -> search.named().contains(each.field().name())).toList();
  }

  /** Nothing is expected but what is so by itself. */
  public static Expectations none() {
    return new Expectations(List.of(), new RowSearch(fields()));
  }

  /** The fields of cases that queries can name: those of the report. */
  public static QueryFields fields() {
    return QueryFields.of(COLUMNS.stream().map(Column::field).toList());
  }

  /**
   * Reads the queries of rules.
   *
   * @throws ExpectFileException when one cannot be read; it tells where and what to do
   */
  public static Expectations of(List<SiteRule> rules) throws ExpectFileException {
    RowSearch search = new RowSearch(fields());
    for (SiteRule rule : rules) {
      try {
        search.ask(rule.query().orElseThrow());
      } catch (QuerySyntaxException e) {
        throw new ExpectFileException(rule.file(), rule.line(), e);
      }
    }
    return new Expectations(List.copyOf(rules), search);
  }

  /** The analysis in which each case that a rule matches is expected, and names the first. */
  public Analysis apply(Analysis plain) throws IOException {
    if (rules.isEmpty()) {
      return plain;
    }
    long[] matched = new long[rules.size()];
    List<Case> judged = new ArrayList<>();
    for (int from = 0; from < plain.cases().size(); from += BATCH) {
      int to = Math.min(from + BATCH, plain.cases().size());
      judge(plain.cases().subList(from, to), matched, judged);
    }
    List<Expectation> came =
        IntStream.range(0, rules.size())
            .mapToObj(i -> new Expectation(rules.get(i), matched[i]))
            .toList();
    return plain.expecting(judged, came);
  }

  private void judge(List<Case> cases, long[] matched, List<Case> judged) throws IOException {
    List<BitSet> answers = search.answers(cases.stream().map(this::row).toList());
    for (int rule = 0; rule < answers.size(); rule++) {
      matched[rule] += answers.get(rule).cardinality();
    }
    for (int i = 0; i < cases.size(); i++) {
      OptionalInt first = first(answers, i);
      Case plain = cases.get(i);
      judged.add(first.isPresent() ? plain.meant(rules.get(first.getAsInt())) : plain);
    }
  }

  private static OptionalInt first(List<BitSet> answers, int of) {
    return IntStream.range(0, answers.size()).filter(i -> answers.get(i).get(of)).findFirst();
  }

  private Map<QueryField, List<String>> row(Case each) {
    Map<QueryField, List<String>> row = new LinkedHashMap<>();
    asked.forEach(column -> row.put(column.field(), column.values().apply(each)));
    return row;
  }
}
