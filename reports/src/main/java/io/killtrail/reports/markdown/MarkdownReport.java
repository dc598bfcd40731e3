package io.killtrail.reports.markdown;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Writes a report in GitHub-flavoured Markdown: the counts, flagged cases in full, the others in a
 * row each, then what else was found and what it rests on. It fits into an issue (65,536
 * characters) unless command lines are very long: of many cases it says how many it leaves out.
 */
public final class MarkdownReport {
  private final TimeText times;

  /** Shows times in this zone. */
  public MarkdownReport(ZoneId zone) {
    this.times = new TimeText(zone);
  }

  /**
   * Writes all of it.
   *
   * @throws IOException when {@code out} does
   */
  public void write(Report report, Appendable out) throws IOException {
    Sheet sheet = new Sheet(out);
    Analysis analysis = report.analysis();
    new HeadPart(sheet, times).write(report);
    CasePart cases = new CasePart(sheet, times);
    cases.flagged(report.flagged());
    cases.rows("Not expected", report.unexpected());
    cases.rows("Expected", report.expected());
    FindingPart findings = new FindingPart(sheet, times);
    findings.loops(analysis.restartLoops());
    findings.nearMisses(analysis.nearMisses());
    findings.presumed(analysis.presumedGroups());
    findings.expectations(report.ruleUses());
    findings.coverage(analysis.coverage());
    findings.inputs(analysis.inputs());
  }
}
