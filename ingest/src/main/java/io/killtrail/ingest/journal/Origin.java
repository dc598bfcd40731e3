package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the facts of one entry come from: their provenance but for the ordinal. */
record Origin(
    EntryId id,
    Instant time,
    SourceForm form,
    Optional<String> node,
    Optional<String> bootId,
    RawRecord raw) {

  /** The provenance of the fact with this ordinal. */
  Provenance provenance(int ordinal) {
    return provenance(ordinal, List.of(raw));
  }

  /** The provenance of a fact that several lines tell together. */
  Provenance provenance(int ordinal, List<RawRecord> lines) {
    return new Provenance(id.fact(ordinal), time, form, node, bootId, OptionalLong.empty(), lines);
  }
}
