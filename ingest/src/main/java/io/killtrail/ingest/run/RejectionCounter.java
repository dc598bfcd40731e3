package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;

/** Passes everything on and counts the rejected lines of one input. */
final class RejectionCounter implements FactSink {
  private final FactSink sink;
  private long rejected;

  RejectionCounter(FactSink sink) {
    this.sink = sink;
  }

  long rejected() {
    return rejected;
  }

  @Override
  public boolean known(String digest) {
    return sink.known(digest);
  }

  @Override
  public void fact(Fact fact) {
    sink.fact(fact);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejected++;
    sink.rejected(rejection);
  }

  @Override
  public void finished(InputSummary summary) {
    sink.finished(summary);
  }
}
