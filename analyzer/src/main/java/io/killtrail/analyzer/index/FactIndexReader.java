package io.killtrail.analyzer.index;

import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the last commit of an index. */
public final class FactIndexReader implements AutoCloseable {

  /**
   * Opens an index.
   *
   * @throws IOException with a message for people when there is none, or it may not be read, is
   *     newer or corrupt
   */
  public static FactIndexReader open(Path directory) throws IOException {
    return null;
  }

  /**
   * The facts that match a query in Lucene syntax, in order of time, at most {@code limit}.
   *
   * @throws QuerySyntaxException when the query cannot be read; the message tells where and what to
   *     do
   */
  public List<Fact> search(String query, int limit) throws IOException, QuerySyntaxException {
    return List.of();
  }

  /** How many facts match. */
  public long count(String query) throws IOException, QuerySyntaxException {
    return 0;
  }

  /**
   * The facts with this id (an {@code evidence.ref}), or of the audit event with this {@code
   * SECONDS.MILLIS:SERIAL}; one for each form in which it was seen.
   */
  public List<Fact> show(String ref) throws IOException {
    return List.of();
  }

  @Override
  public void close() throws IOException {}
}
