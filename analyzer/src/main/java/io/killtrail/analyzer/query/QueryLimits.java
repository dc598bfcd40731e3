package io.killtrail.analyzer.query;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** What no person types, and what would keep the parser or the search busy for long. */
final class QueryLimits {
  /** Characters. */
  static final int LONGEST = 10_000;

  /** Brackets within brackets; the parser calls itself for each. */
  static final int DEEPEST = 100;

  private QueryLimits() {}

  static void check(String typed) throws QuerySyntaxException {
    if (typed.length() > LONGEST) {
      throw fault("the query is longer than " + LONGEST + " characters", typed, LONGEST);
    }
    int deep = 0;
    for (int i = 0; i < typed.length(); i++) {
      char character = typed.charAt(i);
      deep += character == '(' ? 1 : character == ')' ? -1 : 0;
      if (deep > DEEPEST) {
        throw fault("more than " + DEEPEST + " brackets stand within each other", typed, i);
      }
    }
  }

  /**
   * The query, unless Lucene would refuse to answer it.
   *
   * @throws IndexSearcher.TooManyClauses when it has too many conditions
   */
  static Query answerable(Query query) {
    Conditions conditions = new Conditions();
    query.visit(conditions);
    if (conditions.count > IndexSearcher.getMaxClauseCount()) {
      throw new IndexSearcher.TooManyClauses();
    }
    return query;
  }

  /** Counts as Lucene does when it begins to answer. */
  private static final class Conditions extends QueryVisitor {
    private int count;

    @Override
    public void visitLeaf(Query query) {
      count++;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
      count++;
    }

    @Override
    public void consumeTermsMatching(
        Query query, String field, Supplier<ByteRunAutomaton> automaton) {
      count++;
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
      return this;
    }
  }

  static QuerySyntaxException tooComplex(String typed) {
    return new QuerySyntaxException(
        "the query is too complex: it has a pattern with too many * and ?, or more than "
            + IndexSearcher.getMaxClauseCount()
            + " conditions",
        typed,
        OptionalInt.empty());
  }

  private static QuerySyntaxException fault(String message, String typed, int at) {
    return new QuerySyntaxException(message, typed, OptionalInt.of(at));
  }
}
