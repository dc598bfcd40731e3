package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.correlate.HostFindings;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexedInput;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws the conclusions from all facts of an index. */
public final class Analyzer {
  private Analyzer() {}

  /**
   * The same facts always give the same analysis, whatever the order in which they were ingested.
   */
  public static Analysis analyze(FactIndexReader index) throws IOException {
    List<IndexedInput> inputs = index.inputs();
    AnalysisBuilder analysis = new AnalysisBuilder();
    factsByHost(index, inputs)
        .forEach(
            (host, facts) -> {
              HostFacts ofHost =
                  HostFacts.of(Optional.of(host).filter(name -> !name.isEmpty()), facts);
              facts.clear();
              HostFindings findings = Correlator.correlate(ofHost);
              analysis.add(ofHost, findings);
            });
    return analysis.build(inputs.stream().map(Analyzer::read).toList());
  }

  /** Facts of which no evidence names the host stand under the empty name. */
  private static Map<String, List<Fact>> factsByHost(
      FactIndexReader index, List<IndexedInput> inputs) throws IOException {
    HostMap map = new HostMap(inputs);
    Map<String, List<Fact>> byHost = new TreeMap<>();
    index.forEach(
        fact ->
            byHost
                .computeIfAbsent(map.hostOf(fact).orElse(""), none -> new ArrayList<>())
                .add(fact));
    byHost
        .values()
        .forEach(facts -> facts.sort(Comparator.comparing(fact -> fact.provenance().id())));
    return byHost;
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
