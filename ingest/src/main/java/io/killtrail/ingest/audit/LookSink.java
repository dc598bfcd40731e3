package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.ForwardingSink;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/**
 * Gives on, provisionally and all under one id, what is found in lines that will be read again.
 * What was given before stays as it is.
 */
final class LookSink extends ForwardingSink {
  private final FactId id;

  LookSink(FactSink sink, FactId id) {
    super(sink);
    this.id = id;
  }

  @Override
  public void fact(Fact fact) {
    super.provisional(id, fact);
  }

  @Override
  public void provisional(FactId event, Fact fact) {
    super.provisional(id, fact);
  }

  @Override
  public void withdraw(FactId event) {
    // It was given by nobody who looks.
  }
}
