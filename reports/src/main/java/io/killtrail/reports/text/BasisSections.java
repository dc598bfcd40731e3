package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the report rests on: what is missing, what was recorded, what was read. */
final class BasisSections {
  private static final int SENDERS = 10;
  private static final int OTHER_FILES = 5;

  private final Page page;
  private final TimeText times;

  BasisSections(Page page, TimeText times) {
    this.page = page;
    this.times = times;
  }

  void coverage(List<CoverageProblem> problems) throws IOException {
    if (problems.isEmpty()) {
      return;
    }
    page.heading(Style.WARNING, "NOT COVERED", "what the evidence cannot show");
    for (CoverageProblem problem : problems) {
      String host = problem.host().map(name -> name + ": ").orElse("");
      page.hanging(2, 2, Style.PLAIN, host + problem.problem());
      Optional<String> span = span(problem);
      if (span.isPresent()) {
        page.hanging(4, 0, Style.QUIET, span.get());
      }
      page.hanging(4, 2, Style.PLAIN, problem.affects());
    }
  }

  private Optional<String> span(CoverageProblem problem) {
    Optional<String> from = problem.from().map(at -> "from " + times.of(at));
    Optional<String> to = problem.to().map(at -> "to " + times.of(at));
    return from.isPresent() && to.isPresent()
        ? Optional.of(from.get() + " " + to.get())
        : from.or(() -> to);
  }

  void signals(SignalCounts signals) throws IOException {
    if (signals.total() == 0) {
      return;
    }
    page.heading(
        Style.TITLE,
        "SIGNALS RECORDED",
        Count.of(signals.total(), "call") + ", " + Count.of(signals.failed()) + " refused");
    page.fact("signals", bySignal(signals.bySignal()));
    page.fact("senders", bySender(signals.bySender()));
  }

  private static String bySignal(Map<Integer, Long> counts) {
    return String.join(
        ", ",
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
            .map(entry -> name(entry.getKey()) + " " + Count.of(entry.getValue()))
            .toList());
  }

  private static String name(int signal) {
    return signal == 0 ? "0 (probe)" : Signals.name(signal);
  }

  private static String bySender(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SENDERS)
        .forEach(entry -> parts.add(entry.getKey() + " " + Count.of(entry.getValue())));
    if (counts.size() > SENDERS) {
      parts.add(Count.of(counts.size() - SENDERS, "other"));
    }
    return String.join(", ", parts);
  }

  void inputs(List<InputRead> inputs) throws IOException {
    if (inputs.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "READ", Count.of(inputs.size(), "input"));
    for (InputRead input : inputs) {
      if (!input.format().equals(InputFormat.UNKNOWN.label())) {
        input(input);
      }
    }
    others(
        inputs.stream()
            .filter(input -> input.format().equals(InputFormat.UNKNOWN.label()))
            .map(InputRead::path)
            .toList());
  }

  private void input(InputRead input) throws IOException {
    String rejected =
        input.rejected() == 0 ? "" : ", " + Count.of(input.rejected(), "line") + " not understood";
    page.hanging(
        2,
        4,
        Style.PLAIN,
        input.path()
            + "  "
            + input.format()
            + ", "
            + Count.of(input.records(), "record")
            + rejected);
    if (input.note().isPresent()) {
      Style style = input.digest().isPresent() ? Style.QUIET : Style.WARNING;
      page.hanging(6, 0, style, input.note().get());
    }
  }

  private void others(List<String> paths) throws IOException {
    if (paths.isEmpty()) {
      return;
    }
    String more =
        paths.size() > OTHER_FILES ? " and " + Count.of(paths.size() - OTHER_FILES) + " more" : "";
    page.hanging(
        2,
        4,
        Style.QUIET,
        "not evidence: "
            + String.join(", ", paths.subList(0, Math.min(paths.size(), OTHER_FILES)))
            + more);
  }
}
