package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.model.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read, of when and whom, and how many cases came out of it, in words. Holds text out of
 * logs, so escape it before showing.
 */
public final class HeadText {
  private final TimeText times;

  public HeadText(TimeText times) {
    this.times = times;
  }

  /** Whose evidence it is. */
  public String hosts(Analysis analysis) {
    return analysis.hosts().isEmpty() ? "none named" : String.join(", ", analysis.hosts());
  }

  /** How much was read. */
  public String read(List<InputRead> inputs) {
    long records = inputs.stream().mapToLong(InputRead::records).sum();
    long rejected = inputs.stream().mapToLong(InputRead::rejected).sum();
    String text = Count.of(inputs.size(), "input") + ", " + Count.of(records, "record");
    return rejected == 0 ? text : text + ", " + Count.of(rejected, "line") + " not understood";
  }

  /** From when to when there is evidence. */
  public String period(Analysis analysis) {
    if (analysis.from().isEmpty() || analysis.to().isEmpty()) {
      return "no signal, exit or unit change";
    }
    return times.span(analysis.from().get(), analysis.to().get());
  }

  /** What was asked for. */
  public String filter(ReportFilter filter) {
    List<String> parts = new ArrayList<>();
    filter.since().ifPresent(since -> parts.add("since " + times.of(since)));
    filter.until().ifPresent(until -> parts.add("until " + times.of(until)));
    filter.hosts().forEach(host -> parts.add("host " + host));
    filter.units().forEach(unit -> parts.add("unit " + unit));
    filter.causes().stream().map(Cause::label).forEach(cause -> parts.add("cause " + cause));
    filter.flags().stream().map(Flag::label).forEach(flag -> parts.add("flag " + flag));
    filter.series().filter(Series::late).ifPresent(each -> parts.add("what came late included"));
    filter.series().filter(Series::newOnly).ifPresent(each -> parts.add("nothing that was told"));
    return String.join(", ", parts);
  }

  private static String byRules(long cases) {
    return cases == 0 ? "" : ", " + Count.of(cases) + " of these by rules of this site";
  }

  /** How many cases of which weight. */
  public String found(Report report) {
    long cases = report.summary().cases();
    return cases == 0
        ? "no case"
        : Count.of(cases, "case")
            + (": " + Count.of(report.flagged().size()) + " flagged, ")
            + (Count.of(report.unexpected().size()) + " more not expected, ")
            + (Count.of(report.expected().size()) + " expected")
            + byRules(report.summary().expectedByRules());
  }
}
