package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;

/** Passes everything on but that the heads of status blocks are no journal lines. */
record StatusRemarks(FactSink sink) implements FactSink {
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
    if (StatusLine.unit(Lines.utf8(rejection.excerpt())).isEmpty()
        && !rejection.excerpt().startsWith("Warning: ")
        && !rejection.excerpt().startsWith("Hint: ")) {
      sink.rejected(rejection);
    }
  }

  @Override
  public void finished(InputSummary summary) {
    sink.finished(summary);
  }
}
