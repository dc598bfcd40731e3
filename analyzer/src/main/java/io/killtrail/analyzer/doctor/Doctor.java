package io.killtrail.analyzer.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets checks look at a host. */
public final class Doctor {
  private final List<Check> checks;

  /** Of these checks, in this order. */
  public Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** All checks of how a host records, in the order in which they are told. */
  public static List<Check> ofRecording() {
    return List.of(
        new SignalRulesCheck(),
        new OtherRulesCheck(),
        new RulesOnDiskCheck(),
        new AuditStatusCheck(),
        new BootCheck(),
        new AuditLogCheck(),
        new LogSpaceCheck(),
        new ClockCheck(),
        new JournalCheck(),
        new UnitsCheck());
  }

  /** All findings, the worst first, of one severity in the order of the checks. */
  public List<Finding> examine(ExaminedHost host) {
    List<Finding> findings = new ArrayList<>();
    checks.forEach(check -> findings.addAll(check.look(host)));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }
}
