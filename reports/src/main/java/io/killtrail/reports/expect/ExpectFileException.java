package io.killtrail.reports.expect;

import io.killtrail.analyzer.query.QuerySyntaxException;

/**
 * A file of rules that cannot be used; the message is for the person who wrote it, without a line
 * break, but holds what was written: escape it before showing.
 */
public final class ExpectFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final QuerySyntaxException fault;

  ExpectFileException(String file, int line, QuerySyntaxException fault) {
    super(file + ", line " + line + ": " + fault.getMessage(), fault);
    this.fault = fault;
  }

  /** What is wrong with the line, or with the query that begins there, and where in it. */
  public QuerySyntaxException fault() {
    return fault;
  }
}
