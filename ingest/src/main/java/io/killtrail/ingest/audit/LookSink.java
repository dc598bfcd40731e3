package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/**
 * Gives on, provisionally and all under one id, what is found in lines that will be read again.
 * What was given before stays as it is.
 */
record LookSink(FactSink sink, FactId id) implements FactSink {
  @Override
  public boolean known(String digest) {
    return sink.known(digest);
  }

  @Override
  public void fact(Fact fact) {
    sink.provisional(id, fact);
  }

  @Override
  public void provisional(FactId event, Fact fact) {
    sink.provisional(id, fact);
  }

  @Override
  public void withdraw(FactId event) {
    // It was given by nobody who looks.
  }

  @Override
  public void rejected(Rejection rejection) {
    sink.rejected(rejection);
  }

  @Override
  public void finished(InputSummary summary) {
    throw new IllegalStateException("a look at a line is no input");
  }
}
