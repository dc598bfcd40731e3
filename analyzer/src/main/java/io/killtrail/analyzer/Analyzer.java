package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.correlate.HostFindings;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.analyzer.index.IndexedInput;
import java.io.IOException;
import java.util.List;

/** Draws the conclusions from all facts of an index. */
public final class Analyzer {
  private Analyzer() {}

  /**
   * The same facts always give the same analysis, whatever the order in which they were ingested.
   */
  public static Analysis analyze(FactIndexReader index) throws IOException {
    List<IndexedInput> inputs = index.inputs();
    AnalysisBuilder analysis = new AnalysisBuilder();
    for (HostEvidence evidence : EvidenceReading.of(index, fact -> {}).values()) {
      HostFindings findings = Correlator.correlate(evidence);
      analysis.add(findings, evidence.period());
    }
    return analysis.build(inputs.stream().map(Analyzer::read).toList());
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
