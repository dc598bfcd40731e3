package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.ingest.setup.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** killtrail's own units, where they are installed. */
final class UnitsCheck implements Check {
  private static final String ID = "killtrail-units";

  /** A timer starts its service, which need not be enabled. */
  private static final List<String> STARTED =
      List.of(
          "killtrail-ingest.service",
          "killtrail-report.timer",
          "killtrail-snapshot.timer",
          "killtrail-snapshot.path");

  private static final List<String> STARTED_BY_OTHERS =
      List.of("killtrail-report.service", "killtrail-snapshot.service");

  @Override
  public List<Finding> look(ExaminedHost host) {
    List<Finding> findings = new ArrayList<>();
    int installed = 0;
    for (String unit : STARTED) {
      switch (host.view().unit(unit)) {
        case Sight.Shown<Map<String, String>> seen -> {
          installed++;
          failed(unit, seen.value()).or(() -> idle(unit, seen.value())).ifPresent(findings::add);
        }
        case Sight.Missing<Map<String, String>> none -> {}
        case Sight.Hidden<Map<String, String>> hidden -> {
          return List.of(Finding.unknown(ID, "Whether killtrail's units run", hidden.how()));
        }
      }
    }
    for (String unit : STARTED_BY_OTHERS) {
      host.view().unit(unit).shown().flatMap(seen -> failed(unit, seen)).ifPresent(findings::add);
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(ID, installed == 0 ? "No unit of killtrail is installed" : "Units run"));
    }
    return findings;
  }

  private static Optional<Finding> failed(String unit, Map<String, String> seen) {
    return "failed".equals(seen.get("ActiveState"))
        ? Optional.of(
            Finding.problem(
                ID,
                unit + " failed (" + seen.getOrDefault("Result", "result unknown") + ")",
                Matter.ANYTHING,
                "journalctl -u " + unit + " -n 50"))
        : Optional.empty();
  }

  private static Optional<Finding> idle(String unit, Map<String, String> seen) {
    boolean enabled = seen.getOrDefault("UnitFileState", "").startsWith("enabled");
    boolean active = "active".equals(seen.get("ActiveState"));
    return enabled && active
        ? Optional.empty()
        : Optional.of(
            Finding.warning(
                ID,
                unit + " is " + (active ? "not enabled, and gone after a boot" : "not running"),
                Matter.ANYTHING,
                "systemctl enable --now " + unit));
  }
}
