package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.correlate.HostFindings;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Draws the conclusions from all facts of an index. */
public final class Analyzer {
  private Analyzer() {}

  /**
   * The same facts always give the same analysis, whatever the order in which they were ingested.
   */
  public static Analysis analyze(FactIndexReader index) throws IOException {
    List<IndexedInput> inputs = index.inputs();
    AnalysisBuilder analysis = new AnalysisBuilder();
    Map<String, HostEvidence> byHost = evidenceByHost(index, new HostMap(inputs));
    for (HostEvidence evidence : byHost.values()) {
      HostFindings findings = Correlator.correlate(evidence);
      analysis.add(findings, evidence.period());
    }
    return analysis.build(inputs.stream().map(Analyzer::read).toList());
  }

  /** Evidence of which nothing names the host stands under the empty name, last. */
  private static Map<String, HostEvidence> evidenceByHost(FactIndexReader index, HostMap map)
      throws IOException {
    Map<String, HostEvidence> byHost =
        new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Function.identity()));
    index.forEachButSignals(fact -> of(fact, byHost, map, index).add(fact));
    index.forEachSignal((address, signal) -> of(signal, byHost, map, index).add(address, signal));
    return byHost;
  }

  private static HostEvidence of(
      Fact fact, Map<String, HostEvidence> byHost, HostMap map, FactIndexReader index) {
    Optional<String> host = map.hostOf(fact);
    return byHost.computeIfAbsent(host.orElse(""), none -> new HostEvidence(host, index::signal));
  }

  private static InputRead read(IndexedInput input) {
    return new InputRead(
        input.path(),
        input.format().label(),
        input.digest(),
        input.records(),
        input.rejected(),
        input.note());
  }
}
