package io.killtrail.reports.csv;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.table.CaseTables;
import io.killtrail.reports.table.FindingTables;
import io.killtrail.reports.table.RuleTables;
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
      case CASES -> TableWriter.write(CaseTables.cases(), analysis.cases(), out);
      case EVIDENCE ->
          TableWriter.write(CaseTables.evidence(), CaseTables.Proof.of(analysis.cases()), out);
      case RESTART_LOOPS -> TableWriter.write(FindingTables.loops(), analysis.restartLoops(), out);
      case NEAR_MISSES -> TableWriter.write(FindingTables.nearMisses(), analysis.nearMisses(), out);
      case PRESUMED_GROUPS ->
          TableWriter.write(FindingTables.groups(), analysis.presumedGroups(), out);
      case EXPECTATIONS -> TableWriter.write(RuleTables.expectations(), report.ruleUses(), out);
      case COVERAGE -> TableWriter.write(FindingTables.coverage(), analysis.coverage(), out);
      case INPUTS -> TableWriter.write(FindingTables.inputs(), analysis.inputs(), out);
      case SIGNALS ->
          TableWriter.write(
              FindingTables.signals(), FindingTables.Counted.of(analysis.signals()), out);
    }
  }
}
