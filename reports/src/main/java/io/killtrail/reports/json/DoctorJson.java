package io.killtrail.reports.json;

import io.killtrail.analyzer.doctor.Finding;
import io.killtrail.analyzer.doctor.Severity;
import io.killtrail.analyzer.recording.Matter;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a host fails to record, for programs; schema {@code killtrail.doctor/1}. */
public final class DoctorJson {
  private DoctorJson() {}

  /**
   * Writes one document.
   *
   * @param saved where what was looked at had been saved; empty for this host
   * @throws IOException when {@code out} does
   */
  public static void write(
      List<Finding> findings, Optional<String> saved, Instant now, Appendable out)
      throws IOException {
    JsonOut json = JsonOut.to(out, true);
    json.document(
        () -> {
          json.text("schema", "killtrail.doctor/1");
          json.time("generated", now);
          json.text("offline", saved);
          json.counts("summary", counts(findings));
          json.array("findings", findings, finding -> finding(finding, json));
        });
  }

  private static Map<String, Long> counts(List<Finding> findings) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      long number = findings.stream().filter(each -> each.severity() == severity).count();
      counts.put(severity.label(), number);
    }
    return counts;
  }

  private static void finding(Finding finding, JsonOut json) throws IOException {
    json.object(
        () -> {
          json.text("id", finding.id());
          json.text("severity", finding.severity().label());
          json.text("what", finding.what());
          json.text("leaves_open", finding.leavesOpen().map(Matter::question));
          json.text("command", finding.command());
        });
  }
}
