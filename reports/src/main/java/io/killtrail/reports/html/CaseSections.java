package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The cases, those that matter most first, each section in order of time. */
final class CaseSections {
  private static final Comparator<Case> BY_TIME =
      Comparator.comparing(Case::time)
          .thenComparing(each -> each.host().orElse(""))
          .thenComparing(Case::id);

  private final Markup html;
  private final CaseEntry entries;

  CaseSections(Markup html, TimeText times, Figures figures, RecordSource records) {
    this.html = html;
    this.entries = new CaseEntry(html, times, new CaseBody(html, times, figures, records));
  }

  void write(Report report) throws IOException {
    boolean manyHosts = report.analysis().hosts().size() > 1;
    html.open("div", "id", "cases", "tabindex", "-1");
    section("flagged", "Flagged", report.flagged(), entries::flagged);
    section("unexpected", "Not expected", report.unexpected(), entries::unexpected);
    section(
        "expected", "Expected", report.expected(), (each, no) -> entries.expected(each, manyHosts));
    html.close("div");
  }

  /** Writes one case, the so-manieth of its section. */
  private interface Entry {
    void write(Case each, int number) throws IOException;
  }

  private void section(String id, String title, List<Case> cases, Entry entry) throws IOException {
    if (cases.isEmpty()) {
      return;
    }
    html.open("section", "id", id, "class", "cases");
    html.open("h2");
    html.text(title + " ");
    html.leaf("span", Count.of(cases.size()), "class", "count");
    html.close("h2");
    List<Case> sorted = cases.stream().sorted(BY_TIME).toList();
    for (int i = 0; i < sorted.size(); i++) {
      entry.write(sorted.get(i), i);
    }
    html.close("section");
  }
}
