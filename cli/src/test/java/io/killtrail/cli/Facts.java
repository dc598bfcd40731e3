package io.killtrail.cli;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Facts for tests. */
public final class Facts {
  private Facts() {}

  public static Fact thread(Optional<String> host, String comm, RawRecord... raw) {
    return new ThreadSeen(
        new Provenance(
            new FactId("audit:1795228936.868:484"),
            Instant.parse("2026-11-21T02:22:16.868Z"),
            SourceForm.AUDIT_RAW,
            host,
            Optional.empty(),
            OptionalLong.of(484),
            List.of(raw)),
        350,
        281,
        Optional.of(comm),
        Optional.empty());
  }
}
