package io.killtrail.reports.markdown;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.HeadText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was read, and how many cases of which cause came out of it. */
final class HeadPart {
  private final Sheet sheet;
  private final TimeText times;

  HeadPart(Sheet sheet, TimeText times) {
    this.sheet = sheet;
    this.times = times;
  }

  void write(Report report) throws IOException {
    HeadText words = new HeadText(times);
    Analysis analysis = report.analysis();
    sheet.heading(1, "killtrail: who ended my process, and why");
    List<String> lines = new ArrayList<>();
    lines.add("**found:** " + words.found(report));
    lines.add("**period:** " + words.period(analysis));
    lines.add("**hosts:** " + MarkdownText.sentence(words.hosts(analysis)));
    lines.add("**read:** " + words.read(analysis.inputs()));
    if (!report.filter().equals(ReportFilter.ALL)) {
      lines.add("**asked for:** " + MarkdownText.sentence(words.filter(report.filter())));
    }
    lines.add("**generated:** " + times.of(report.generated()));
    sheet.list(lines);
    causes(analysis.cases());
  }

  private void causes(List<Case> cases) throws IOException {
    List<List<String>> rows =
        Arrays.stream(Cause.values())
            .map(cause -> cases.stream().filter(each -> each.cause() == cause).toList())
            .filter(of -> !of.isEmpty())
            .map(HeadPart::row)
            .toList();
    if (!rows.isEmpty()) {
      sheet.table(List.of("cause", "cases", "flagged", "not expected"), rows);
    }
  }

  private static List<String> row(List<Case> cases) {
    return List.of(
        cases.getFirst().cause().label(),
        Count.of(cases.size()),
        Count.of(cases.stream().filter(Case::flagged).count()),
        Count.of(cases.stream().filter(each -> !each.expected()).count()));
  }
}
