package io.killtrail.reports.openmetrics;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.ingest.fact.Signals;
import java.util.List;
import java.util.function.ToLongFunction;

/** What the report rests on, as counts. Senders are no label: a log can name any number of them. */
final class BasisMetrics {
  private BasisMetrics() {}

  static List<MetricFamily> of(Analysis analysis) {
    List<InputRead> inputs = analysis.inputs();
    return List.of(
        signals(analysis.signals()),
        number(
            "killtrail_signals_failed",
            "Signal calls that the kernel refused.",
            analysis.signals().failed()),
        coverage(analysis),
        number(
            "killtrail_expectations",
            "Rules of the site about what is meant there.",
            analysis.expectations().size()),
        number(
            "killtrail_expectations_unused",
            "Rules of the site that match no case.",
            analysis.expectations().stream().filter(each -> each.matched() == 0).count()),
        number("killtrail_inputs", "Inputs read, or met and not read.", inputs.size()),
        number(
            "killtrail_inputs_unreadable",
            "Inputs that could not be read.",
            inputs.stream().filter(input -> input.digest().isEmpty()).count()),
        sum("killtrail_input_records", "Records read.", inputs, InputRead::records),
        sum(
            "killtrail_input_rejected_lines",
            "Lines that were not understood.",
            inputs,
            InputRead::rejected));
  }

  private static MetricFamily signals(SignalCounts signals) {
    BoundedCounts counts = new BoundedCounts("signal");
    signals.bySignal().forEach((number, calls) -> counts.add(calls, Signals.name(number)));
    return MetricFamily.of(
        "killtrail_signals",
        "Signal calls recorded, whatever came of them; signal 0 is a probe.",
        counts.lines());
  }

  private static MetricFamily coverage(Analysis analysis) {
    BoundedCounts counts = new BoundedCounts("host");
    analysis.hosts().forEach(host -> counts.add(0, host));
    analysis.coverage().forEach(gap -> counts.add(1, CaseMetrics.host(gap.host())));
    return MetricFamily.of(
        "killtrail_coverage_problems",
        "What the evidence does not cover, by host.",
        counts.lines());
  }

  private static MetricFamily sum(
      String name, String help, List<InputRead> inputs, ToLongFunction<InputRead> part) {
    return number(name, help, inputs.stream().mapToLong(part).sum());
  }

  private static MetricFamily number(String name, String help, long number) {
    return MetricFamily.of(name, help, List.of(MetricLine.of(number)));
  }
}
