package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.ReaderState;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.util.Optional;

/** Whether reading could go on from what was kept. */
public final class ReaderStates {
  private static final FactSink NOBODY =
      new FactSink() {
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
      };

  private ReaderStates() {}

  /** Why no reader of this format takes the state; empty when one does. */
  public static Optional<String> problem(InputFormat format, ReaderState state) {
    try {
      new Readers().restore(format, state, NOBODY);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    }
  }
}
