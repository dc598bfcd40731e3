package io.killtrail.reports.csv;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import java.io.IOException;

/** Writes a section of a report as CSV. */
public final class CsvReport {
  private CsvReport() {}

  /**
   * Writes a line with the names of the columns, then a line each row; lines end in CRLF.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(Report report, Section section, Appendable out) throws IOException {
    Analysis analysis = report.analysis();
    switch (section) {
      case CASES -> CaseTables.cases().write(analysis.cases(), out);
      case EVIDENCE -> CaseTables.evidence().write(CaseTables.Proof.of(analysis.cases()), out);
      case RESTART_LOOPS -> FindingTables.loops().write(analysis.restartLoops(), out);
      case NEAR_MISSES -> FindingTables.nearMisses().write(analysis.nearMisses(), out);
      case PRESUMED_GROUPS -> FindingTables.groups().write(analysis.presumedGroups(), out);
      case COVERAGE -> FindingTables.coverage().write(analysis.coverage(), out);
      case INPUTS -> FindingTables.inputs().write(analysis.inputs(), out);
      case SIGNALS ->
          FindingTables.signals().write(FindingTables.Counted.of(analysis.signals()), out);
    }
  }
}
