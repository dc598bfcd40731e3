package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Writes a report for a person at a terminal: what is flagged first and in full, what else was not
 * meant more briefly, what was meant in a line each, then what the report rests on.
 */
public final class TextReport {
  /** The width for outputs that have none of their own. */
  public static final int WIDTH = 100;

  private final Palette palette;
  private final int width;
  private final TimeText times;

  /**
   * A writer for one kind of output.
   *
   * @param width characters in a line
   * @param zone in which times are shown
   */
  public TextReport(Palette palette, int width, ZoneId zone) {
    this.palette = palette;
    this.width = width;
    this.times = new TimeText(zone);
  }

  /**
   * Writes all of it.
   *
   * @throws IOException when {@code out} does
   */
  public void write(Report report, Appendable out) throws IOException {
    Page page = new Page(out, palette, width);
    Analysis analysis = report.analysis();
    new HeadSection(page, times).write(report);
    cases(page, report);
    if (analysis.cases().isEmpty()) {
      new NothingSection(page).write(report);
    }
    FindingSections findings = new FindingSections(page, times);
    findings.loops(analysis.restartLoops());
    findings.nearMisses(analysis.nearMisses());
    findings.presumed(analysis.presumedGroups());
    findings.expectations(report.ruleUses());
    BasisSections basis = new BasisSections(page, times);
    basis.coverage(analysis.coverage());
    basis.signals(analysis.signals());
    basis.inputs(analysis.inputs());
  }

  private void cases(Page page, Report report) throws IOException {
    boolean manyHosts = report.analysis().hosts().size() > 1;
    CaseSections sections = new CaseSections(page, times, manyHosts);
    sections.flagged(report.flagged());
    sections.unexpected(report.unexpected());
    sections.expected(report.expected());
  }
}
