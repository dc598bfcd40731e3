package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/** Gives on the facts of an event that is not complete. */
record ProvisionalSink(FactSink sink, FactId id) implements FactSink {
  @Override
  public boolean known(String digest) {
    return sink.known(digest);
  }

  @Override
  public void fact(Fact fact) {
    sink.provisional(id, fact);
  }

  /** Said when the event is complete. */
  @Override
  public void rejected(Rejection rejection) {}

  @Override
  public void finished(InputSummary summary) {
    throw new IllegalStateException("an event is no input");
  }
}
