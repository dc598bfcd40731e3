package io.killtrail.cli.session;

import io.killtrail.analyzer.query.QuerySyntaxException;
import io.killtrail.reports.text.TerminalText;

/** Shows where in a query something is wrong: the query, and a caret below it. */
public final class QueryPointer {
  /** So much of a long query is shown around the place. */
  private static final int AROUND = 30;

  private static final String CUT = "...";
  private static final String INDENT = "  ";

  private QueryPointer() {}

  /** Shows it, and where the fields that there are can be seen. */
  public static void print(QuerySyntaxException wrong, String fields, Session session) {
    if (wrong.position().isPresent()) {
      String query = wrong.query();
      int at = wrong.position().getAsInt();
      int from = Math.max(0, at - AROUND);
      int to = Math.min(query.length(), at + AROUND);
      String before = (from > 0 ? CUT : "") + TerminalText.escape(query.substring(from, at));
      String after =
          TerminalText.escape(query.substring(at, to)) + (to < query.length() ? CUT : "");
      session.err().println(INDENT + before + after);
      session.err().println(INDENT + " ".repeat(before.length()) + "^");
    }
    session.err().println(fields);
  }
}
