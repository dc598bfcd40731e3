package io.killtrail.reports.model;

import io.killtrail.ingest.fact.RawRecord;
import java.io.IOException;
import java.util.List;

/**
 * Gives the raw records behind the evidence of a report, one reference at a time, so that a report
 * never holds all of them.
 */
@FunctionalInterface
public interface RecordSource {
  /** For reports that tell references only. */
  RecordSource NONE = ref -> List.of();

  /**
   * The records of the fact with this id (an {@code evidence.ref}), in the order of the input, each
   * once; empty when there is no such fact.
   *
   * @throws IOException when they cannot be read
   */
  List<RawRecord> of(String ref) throws IOException;
}
