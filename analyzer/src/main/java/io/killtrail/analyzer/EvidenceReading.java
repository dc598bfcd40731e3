package io.killtrail.analyzer;

import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads all facts of an index, those of each host together. */
final class EvidenceReading {
  private final FactIndexReader index;
  private final HostMap map;
  private final Map<String, HostEvidence> byHost =
      new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Function.identity()));

  private EvidenceReading(FactIndexReader index) throws IOException {
    this.index = index;
    this.map = new HostMap(index.inputs());
  }

  /**
   * The evidence of each host by its name; evidence of which nothing names the host stands under
   * the empty name, last.
   *
   * @param listener is given each fact that goes by, in no order
   */
  static Map<String, HostEvidence> of(FactIndexReader index, Consumer<Fact> listener)
      throws IOException {
    EvidenceReading reading = new EvidenceReading(index);
    index.forEachButSignals(
        fact -> {
          reading.of(fact).add(fact);
          listener.accept(fact);
        });
    index.forEachSignal(
        (address, signal) -> {
          reading.of(signal).add(address, signal);
          listener.accept(signal);
        });
    return reading.byHost;
  }

  /** The same, but of all facts only those from one moment to before another. */
  static Map<String, HostEvidence> between(FactIndexReader index, Instant from, Instant to)
      throws IOException {
    EvidenceReading reading = new EvidenceReading(index);
    index
        .finder()
        .between(
            from,
            to,
            fact -> reading.of(fact).add(fact),
            (address, signal) -> reading.of(signal).add(address, signal));
    return reading.byHost;
  }

  private HostEvidence of(Fact fact) {
    Optional<String> host = map.hostOf(fact);
    return byHost.computeIfAbsent(host.orElse(""), none -> new HostEvidence(host, index::signal));
  }
}
