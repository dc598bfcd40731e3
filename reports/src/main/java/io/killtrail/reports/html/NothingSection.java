package io.killtrail.reports.html;

import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.NothingText;
import java.io.IOException;

/** What an empty report means, and what would have to be there for it to say more. */
final class NothingSection {
  private final Markup html;

  NothingSection(Markup html) {
    this.html = html;
  }

  void write(Report report) throws IOException {
    html.open("section", "id", "cases", "class", "nothing", "tabindex", "-1");
    html.leaf("h2", "Nothing to tell");
    html.leaf("p", NothingText.meaning(report));
    if (report.filter().equals(ReportFilter.ALL)) {
      html.leaf("p", "To name who ended a process, the evidence must hold:");
      html.leaf("pre", String.join("\n", NothingText.NEEDED));
    }
    html.close("section");
  }
}
