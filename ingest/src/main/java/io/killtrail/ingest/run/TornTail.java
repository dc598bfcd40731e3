package io.killtrail.ingest.run;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.ForwardingSink;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/** Gives what the last entry of an input says provisionally, since it has no end yet. */
final class TornTail extends ForwardingSink {
  private final String input;
  private final long start;
  private final FactId id;

  /**
   * Of one input.
   *
   * @param input its name
   * @param start of the last entry
   * @param id under which all of it stands
   */
  TornTail(FactSink sink, String input, long start, FactId id) {
    super(sink);
    this.input = input;
    this.start = start;
    this.id = id;
  }

  @Override
  public void fact(Fact fact) {
    if (isTorn(fact)) {
      provisional(id, fact);
    } else {
      super.fact(fact);
    }
  }

  private boolean isTorn(Fact fact) {
    return fact.provenance().raw().stream()
        .anyMatch(raw -> raw.offset() >= start && raw.input().equals(input));
  }
}
