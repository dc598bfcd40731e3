package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.ForwardingSink;
import io.killtrail.ingest.Rejection;

/** Passes everything on but that the heads of status blocks are no journal lines. */
final class StatusRemarks extends ForwardingSink {
  StatusRemarks(FactSink sink) {
    super(sink);
  }

  @Override
  public void rejected(Rejection rejection) {
    if (StatusLine.unit(Lines.utf8(rejection.excerpt())).isEmpty()
        && !rejection.excerpt().startsWith("Warning: ")
        && !rejection.excerpt().startsWith("Hint: ")) {
      super.rejected(rejection);
    }
  }
}
