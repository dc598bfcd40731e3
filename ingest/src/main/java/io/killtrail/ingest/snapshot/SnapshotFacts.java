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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of a snapshot that was just taken: the same as if it had been a file.
 *
 * @param facts all that could be read
 * @param rejected why rows could not be read, each reason once, for people
 */
public record SnapshotFacts(List<Fact> facts, List<String> rejected) {
  private static final String NAME = "snapshot";

  public SnapshotFacts {
    facts = List.copyOf(facts);
    rejected = List.copyOf(rejected);
  }

  /** All of them. */
  public static SnapshotFacts of(Snapshot snapshot) throws IOException {
    StringBuilder csv = new StringBuilder();
    SnapshotWriter.write(snapshot, csv);
    Kept kept = new Kept(new ArrayList<>(), new LinkedHashSet<>());
    new SnapshotReader()
        .read(
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
            new InputContext(NAME, snapshot.at(), IngestOptions.NONE),
            kept);
    return new SnapshotFacts(kept.facts(), List.copyOf(kept.rejected()));
  }

  /** Keeps facts, and what is wrong with the rest: the reasons are few, whatever the rows hold. */
  private record Kept(List<Fact> facts, Set<String> rejected) implements FactSink {
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
      rejected.add("a row of the snapshot was left out: " + rejection.reason());
    }

    @Override
    public void finished(InputSummary summary) {}
  }
}
