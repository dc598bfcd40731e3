package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.EvidenceGap;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the facts for what evidence says is missing. */
final class Gaps {
  /** The longest text that is kept; the raw record has it all. */
  private static final int DETAIL = 300;

  private Gaps() {}

  static void add(EntryFacts facts, EvidenceGap.Problem problem, OptionalLong lost, String text) {
    String detail = text.length() > DETAIL ? text.substring(0, DETAIL) : text;
    facts.add(
        provenance ->
            new EvidenceGap(provenance, problem, Optional.empty(), Optional.empty(), lost, detail));
  }
}
