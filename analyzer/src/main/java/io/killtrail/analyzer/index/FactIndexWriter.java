package io.killtrail.analyzer.index;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;

/** Writes facts into an index; one writer at a time. Nothing counts until {@link #close}. */
public final class FactIndexWriter implements FactSink, AutoCloseable {

  /**
   * Opens the index for writing; makes it, mode 0700, when it is not there.
   *
   * @throws IOException with a message for people when it is locked, newer, corrupt or not writable
   */
  public static FactIndexWriter open(Path directory) throws IOException {
    return null;
  }

  @Override
  public boolean known(String digest) {
    return false;
  }

  @Override
  public void fact(Fact fact) {}

  @Override
  public void rejected(Rejection rejection) {}

  @Override
  public void finished(InputSummary summary) {}

  /** Commits and closes. */
  @Override
  public void close() throws IOException {}
}
