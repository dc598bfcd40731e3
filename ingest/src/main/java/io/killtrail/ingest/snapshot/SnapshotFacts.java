package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The facts of a snapshot that was just taken: the same as if it had been a file. */
public final class SnapshotFacts {
  private static final String NAME = "snapshot";

  private SnapshotFacts() {}

  /** All of them. */
  public static List<Fact> of(Snapshot snapshot) throws IOException {
    StringBuilder csv = new StringBuilder();
    SnapshotWriter.write(snapshot, csv);
    Kept kept = new Kept(new ArrayList<>());
    new SnapshotReader()
        .read(
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
            new InputContext(NAME, snapshot.at(), IngestOptions.NONE),
            kept);
    return kept.facts();
  }

  /** Keeps facts, and nothing else. */
  private record Kept(List<Fact> facts) implements FactSink {
    @Override
    public boolean known(String digest) {
      return false;
    }

    @Override
    public void fact(Fact fact) {
      facts.add(fact);
    }

    @Override
    public void rejected(Rejection rejection) {
      throw new IllegalStateException("cannot read what was written: " + rejection.reason());
    }

    @Override
    public void finished(InputSummary summary) {}
  }
}
