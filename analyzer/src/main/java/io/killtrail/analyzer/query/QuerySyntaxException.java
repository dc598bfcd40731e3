package io.killtrail.analyzer.query;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A search query that cannot be read; the message is for the person who typed it, without a line
 * break, but holds what was typed: escape it before showing.
 */
public final class QuerySyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String query;
  private final int position;

  /**
   * Says what is wrong, and where.
   *
   * @param query as it was typed
   * @param position in it, from 0 to its length, where that is known
   */
  public QuerySyntaxException(String message, String query, OptionalInt position) {
    super(message);
    this.query = Objects.requireNonNull(query);
    this.position = position.orElse(-1);
  }

  /** The query as it was typed. */
  public String query() {
    return query;
  }

  /** Where in the query it went wrong, from 0 to its length; empty when that is not known. */
  public OptionalInt position() {
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(position, query.length()));
  }
}
