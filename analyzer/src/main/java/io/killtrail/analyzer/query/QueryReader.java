package io.killtrail.analyzer.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Reads what a user types: Lucene's classic syntax over the fields that there are. */
public final class QueryReader {
  private final QueryFields fields;

  /** Reads queries over these fields. */
  public QueryReader(QueryFields fields) {
    this.fields = fields;
  }

  /**
   * The query; blank text, and a star alone, is one for everything.
   *
   * @throws QuerySyntaxException when it cannot be read; it tells where and what to do
   */
  public Query read(String typed) throws QuerySyntaxException {
    if (typed.isBlank() || typed.strip().equals("*")) {
      return MatchAllDocsQuery.INSTANCE;
    }
    QueryLimits.check(typed);
    try {
      return QueryLimits.answerable(new Grammar(fields).parse(typed));
    } catch (ParseException e) {
      throw QueryFault.of(e, typed);
    } catch (TooComplexToDeterminizeException | IndexSearcher.TooManyClauses e) {
      throw QueryLimits.tooComplex(typed);
    } catch (IllegalArgumentException e) {
      throw QueryFault.ofPattern(e, typed);
    }
  }

  /** Lucene's parser, which asks here what each part of the query means. */
  private static final class Grammar extends QueryParser {
    private final FieldUse use;

    Grammar(QueryFields fields) {
      super(fields.usual().orElse(FieldUse.NONE), new KeywordAnalyzer());
      this.use = new FieldUse(fields);
      setAllowLeadingWildcard(true);
      setDefaultOperator(Operator.AND);
    }

    @Override
    protected Query getFieldQuery(String field, String text, boolean quoted) throws ParseException {
      QueryField asked = use.field(field, text);
      return asked.type() == QueryField.Type.QUANTITY
          ? DoubleField.newExactQuery(field, FieldUse.quantity(asked, text))
          : newTermQuery(new Term(field, FieldUse.term(asked, text)), 1);
    }

    /** One that only rules out is meant to rule out of everything; Lucene finds nothing by it. */
    @Override
    protected Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
      boolean rulesOut =
          !clauses.isEmpty() && clauses.stream().allMatch(BooleanClause::isProhibited);
      List<BooleanClause> all = new ArrayList<>(clauses);
      if (rulesOut) {
        all.addFirst(new BooleanClause(MatchAllDocsQuery.INSTANCE, Occur.MUST));
      }
      return super.getBooleanQuery(all);
    }

    @Override
    protected Query getPrefixQuery(String field, String beginning) throws ParseException {
      return super.getPrefixQuery(use.field(field, beginning).name(), beginning);
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
      if (field.equals("*") && pattern.equals("*")) {
        return MatchAllDocsQuery.INSTANCE;
      }
      return super.getWildcardQuery(use.field(field, pattern).name(), pattern);
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) throws ParseException {
      return super.getRegexpQuery(use.field(field, pattern).name(), pattern);
    }

    @Override
    protected Query getFuzzyQuery(String field, String text, float similarity)
        throws ParseException {
      return super.getFuzzyQuery(use.field(field, text).name(), text, similarity);
    }

    @Override
    protected Query getRangeQuery(
        String field, String from, String to, boolean fromInclusive, boolean toInclusive)
        throws ParseException {
      QueryRange range = new QueryRange(use.field(field, ""), from, to);
      return switch (range.field().type()) {
        case TIME ->
            LongField.newRangeQuery(
                field, range.firstMicros(fromInclusive), range.lastMicros(toInclusive));
        case QUANTITY ->
            DoubleField.newRangeQuery(field, range.least(fromInclusive), range.most(toInclusive));
        case TEXT, NUMBER, SIGNAL, WORD -> throw use.noRange(field);
      };
    }
  }
}
