package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.ForwardingSink;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/** Gives on the facts of an event that is not complete. */
final class ProvisionalSink extends ForwardingSink {
  private final FactId id;

  ProvisionalSink(FactSink sink, FactId id) {
    super(sink);
    this.id = id;
  }

  @Override
  public void fact(Fact fact) {
    provisional(id, fact);
  }

  /** Said when the event is complete. */
  @Override
  public void rejected(Rejection rejection) {}
}
