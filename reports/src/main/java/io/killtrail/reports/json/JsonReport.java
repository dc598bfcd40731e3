package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.Summary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a report as JSON, schema {@code killtrail.report/1}. */
public final class JsonReport {
  /** The name of the schema, the first field of every report. */
  public static final String SCHEMA = "killtrail.report/1";

  private JsonReport() {}

  /**
   * Writes it indented, in printable ASCII, with a newline at the end.
   *
   * @throws IOException when {@code out} does
   */
  public static void write(Report report, Appendable out) throws IOException {
    JsonOut json = JsonOut.to(out, true);
    json.document(() -> report(report, json));
  }

  private static void report(Report report, JsonOut json) throws IOException {
    Analysis analysis = report.analysis();
    json.text("schema", SCHEMA);
    json.time("generated", report.generated());
    json.object(
        "period",
        () -> {
          json.time("from", analysis.from());
          json.time("to", analysis.to());
        });
    json.strings("hosts", analysis.hosts());
    json.object("summary", () -> summary(report.summary(), analysis.signals(), json));
    CaseJson cases = new CaseJson(json);
    json.array("cases", analysis.cases(), cases::write);
    json.array("expectations", report.ruleUses(), new RulesJson(json)::use);
    new FindingsJson(json).write(analysis);
  }

  private static void summary(Summary summary, SignalCounts signals, JsonOut json)
      throws IOException {
    json.number("cases", summary.cases());
    json.number("flagged", summary.flagged());
    json.number("stale_pid_file", summary.stalePidFile());
    json.number("unexpected_143", summary.unexpected143());
    json.number("expected_by_rules", summary.expectedByRules());
    json.counts("by_cause", summary.byCause());
    json.object(
        "signals",
        () -> {
          json.number("total", signals.total());
          json.number("failed", signals.failed());
          json.counts("by_signal", bySignal(signals));
          json.counts("by_sender", signals.bySender());
        });
  }

  /** In the order of the numbers. */
  private static Map<String, Long> bySignal(SignalCounts signals) {
    Map<String, Long> named = new LinkedHashMap<>();
    signals
        .bySignal()
        .forEach((signal, count) -> named.merge(Signals.name(signal), count, Long::sum));
    return named;
  }
}
