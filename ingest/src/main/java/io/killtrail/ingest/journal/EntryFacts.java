package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import java.util.function.Function;

/** Takes the facts of one entry and numbers them. */
final class EntryFacts {
  private final FactSink sink;
  private final Origin origin;
  private int next;

  EntryFacts(FactSink sink, Origin origin) {
    this.sink = sink;
    this.origin = origin;
  }

  /** How many ordinals are taken. */
  int given() {
    return next;
  }

  Origin origin() {
    return origin;
  }

  /** The next fact of the entry. */
  void add(Function<Provenance, Fact> fact) {
    sink.fact(fact.apply(origin.provenance(next++)));
  }

  /**
   * Takes the next ordinal for a fact that is given only sometimes, by what was read before, so
   * that ids depend on the entry alone.
   */
  int reserve() {
    return next++;
  }

  /** The fact for which an ordinal was reserved. */
  void add(int reserved, Function<Provenance, Fact> fact) {
    sink.fact(fact.apply(origin.provenance(reserved)));
  }
}
