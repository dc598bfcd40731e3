package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What was read, of when and whom, and how many cases came out of it. */
final class HeadSection {
  private final Page page;
  private final TimeText times;

  HeadSection(Page page, TimeText times) {
    this.page = page;
    this.times = times;
  }

  void write(Report report) throws IOException {
    Analysis analysis = report.analysis();
    page.sentence(0, Style.TITLE, "killtrail: who ended my process, and why");
    page.blank();
    page.fact("generated", times.of(report.generated()));
    page.fact("read", read(analysis.inputs()));
    page.fact("hosts", analysis.hosts().isEmpty() ? "none named" : hosts(analysis));
    page.fact("period", period(analysis));
    if (!report.filter().equals(ReportFilter.ALL)) {
      page.fact("asked for", filter(report.filter()));
    }
    Style style = report.summary().flagged() > 0 ? Style.ALERT : Style.PLAIN;
    page.fact("found", style, found(report));
  }

  private static String hosts(Analysis analysis) {
    return String.join(", ", analysis.hosts());
  }

  private static String read(List<InputRead> inputs) {
    long records = inputs.stream().mapToLong(InputRead::records).sum();
    long rejected = inputs.stream().mapToLong(InputRead::rejected).sum();
    String text = Count.of(inputs.size(), "input") + ", " + Count.of(records, "record");
    return rejected == 0 ? text : text + ", " + Count.of(rejected, "line") + " not understood";
  }

  private String period(Analysis analysis) {
    if (analysis.from().isEmpty() || analysis.to().isEmpty()) {
      return "no signal, exit or unit change";
    }
    return times.of(analysis.from().get()) + " to " + times.of(analysis.to().get());
  }

  private String filter(ReportFilter filter) {
    List<String> parts = new ArrayList<>();
    filter.since().ifPresent(since -> parts.add("since " + times.of(since)));
    filter.until().ifPresent(until -> parts.add("until " + times.of(until)));
    filter.hosts().forEach(host -> parts.add("host " + host));
    filter.units().forEach(unit -> parts.add("unit " + unit));
    filter.causes().stream().map(Cause::label).forEach(cause -> parts.add("cause " + cause));
    filter.flags().stream().map(Flag::label).forEach(flag -> parts.add("flag " + flag));
    return String.join(", ", parts);
  }

  private static String found(Report report) {
    List<Case> cases = report.analysis().cases();
    if (cases.isEmpty()) {
      return "no case";
    }
    long expected = cases.stream().filter(c -> !c.flagged() && c.expected()).count();
    long flagged = report.summary().flagged();
    return Count.of(cases.size(), "case")
        + (": " + Count.of(flagged) + " flagged, ")
        + (Count.of(cases.size() - flagged - expected) + " more not expected, ")
        + (Count.of(expected) + " expected");
  }
}
