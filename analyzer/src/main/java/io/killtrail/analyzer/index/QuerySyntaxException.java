package io.killtrail.analyzer.index;

/** A search query that cannot be read; the message is for the person who typed it. */
public final class QuerySyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  public QuerySyntaxException(String message) {
    super(message);
  }
}
