package io.killtrail.reports.text;

import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;

/** What an empty report means, and what would have to be there for it to say more. */
final class NothingSection {
  private final Page page;

  NothingSection(Page page) {
    this.page = page;
  }

  void write(Report report) throws IOException {
    page.heading(Style.TITLE, "NOTHING TO TELL", "");
    page.sentence(2, Style.PLAIN, NothingText.meaning(report));
    if (report.filter().equals(ReportFilter.ALL)) {
      page.sentence(2, Style.PLAIN, "To name who ended a process, the evidence must hold:");
      for (String line : NothingText.NEEDED) {
        page.hanging(4, 2, Style.PLAIN, line);
      }
    }
  }
}
