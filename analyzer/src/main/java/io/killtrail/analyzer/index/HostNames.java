package io.killtrail.analyzer.index;

import io.killtrail.ingest.fact.Fact;
import java.util.List;
import java.util.Optional;

/** Tells whose facts an index holds. */
public interface HostNames {
  /** The host of a fact; empty when no evidence tells. */
  Optional<String> hostOf(Fact fact);

  /** The same fact; one that names no host names now the one that is known for it. */
  Fact named(Fact fact);

  /** Knows the hosts of one index. */
  interface Source {
    /** From all that was read into the index. */
    HostNames of(List<IndexedInput> inputs);
  }
}
