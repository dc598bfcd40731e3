package io.killtrail.analyzer;

import io.killtrail.analyzer.host.Moved;
import io.killtrail.analyzer.index.HostNames;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import java.util.List;
import java.util.Optional;

/** Whose facts an index holds, as {@link HostMap} tells it. */
final class Hosts implements HostNames {
  private final HostMap map;

  Hosts(List<IndexedInput> inputs) {
    this.map = new HostMap(inputs);
  }

  @Override
  public Optional<String> hostOf(Fact fact) {
    return map.hostOf(fact);
  }

  @Override
  public Fact named(Fact fact) {
    Provenance from = fact.provenance();
    return from.node().isPresent() ? fact : from(fact, map.hostOf(fact));
  }

  /** The same fact under the one name that its host has, where several are in use. */
  Fact told(Fact fact) {
    Optional<String> host = map.hostOf(fact);
    return fact.provenance().node().equals(host) ? fact : from(fact, host);
  }

  private static Fact from(Fact fact, Optional<String> host) {
    Provenance from = fact.provenance();
    return host.isEmpty()
        ? fact
        : Moved.with(
            fact,
            new Provenance(
                from.id(),
                from.time(),
                from.form(),
                host,
                from.bootId(),
                from.serial(),
                from.raw()));
  }
}
