package io.killtrail.reports.openmetrics;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the counts of a report as gauges. */
public final class OpenMetricsReport {
  private static final Optional<String> SECONDS = Optional.of("seconds");

  /** Times have milliseconds. */
  private static final int SCALE = 3;

  private OpenMetricsReport() {}

  /**
   * Writes them in a fixed order, closed by {@code # EOF}.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(Report report, Appendable out) throws IOException {
    Analysis analysis = report.analysis();
    times(report).write(out);
    for (MetricFamily family : CaseMetrics.of(analysis)) {
      family.write(out);
    }
    for (MetricFamily family : BasisMetrics.of(analysis)) {
      family.write(out);
    }
    seconds("killtrail_period_start_timestamp_seconds", "First thing seen.", analysis.from())
        .write(out);
    seconds("killtrail_period_end_timestamp_seconds", "Last thing seen.", analysis.to()).write(out);
    out.append("# EOF\n");
  }

  private static MetricFamily times(Report report) {
    return seconds(
        "killtrail_report_generated_timestamp_seconds",
        "When the report was made.",
        Optional.of(report.generated()));
  }

  private static MetricFamily seconds(String name, String help, Optional<Instant> time) {
    List<MetricLine> lines =
        time.map(at -> new MetricLine(List.of(), List.of(), seconds(at))).stream().toList();
    return new MetricFamily(name, help, SECONDS, lines);
  }

  /** Since 1970, never in the form with an exponent. */
  private static String seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), SCALE).toPlainString();
  }
}
