package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;

/** What was read, of when and whom, and how many cases came out of it. */
final class HeadSection {
  private final Page page;
  private final TimeText times;
  private final HeadText words;

  HeadSection(Page page, TimeText times) {
    this.page = page;
    this.times = times;
    this.words = new HeadText(times);
  }

  void write(Report report) throws IOException {
    Analysis analysis = report.analysis();
    page.sentence(0, Style.TITLE, "killtrail: who ended my process, and why");
    page.blank();
    page.fact("generated", times.of(report.generated()));
    page.fact("read", words.read(analysis.inputs()));
    page.fact("hosts", words.hosts(analysis));
    page.fact("period", words.period(analysis));
    if (!report.filter().equals(ReportFilter.ALL)) {
      page.fact("asked for", words.filter(report.filter()));
    }
    Style style = report.summary().flagged() > 0 ? Style.ALERT : Style.PLAIN;
    page.fact("found", style, words.found(report));
  }
}
