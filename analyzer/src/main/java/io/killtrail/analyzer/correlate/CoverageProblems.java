package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the evidence of one host does not cover. */
final class CoverageProblems {
  private CoverageProblems() {}

  static List<CoverageProblem> of(HostFacts facts, boolean signals) {
    List<CoverageProblem> problems = new ArrayList<>();
    if (!signals) {
      problems.add(
          whole(
              facts,
              "no audit records of signal calls",
              "who sent a signal; rules on kill and its kin would have shown it"));
    }
    boolean manager =
        facts.units().stream().anyMatch(change -> change.witness() != UnitChanged.Witness.AUDIT);
    if (!manager) {
      problems.add(
          whole(
              facts,
              "no journal of the service manager",
              "how a unit ended, and whether a stop was asked for; deaths are presumed"));
    }
    boolean snapshots =
        facts.processes().stream().anyMatch(seen -> seen.by() == ProcessSeen.By.SNAPSHOT);
    if (!snapshots) {
      problems.add(
          whole(
              facts,
              "no snapshot of processes and threads",
              "whether a number was a thread's, and when a process was started"));
    }
    if (facts.pidFiles().isEmpty()) {
      problems.add(
          whole(facts, "no snapshot of PID files", "whether a sender acted on a stale PID file"));
    }
    if (facts.host().isEmpty()) {
      problems.add(
          whole(facts, "the evidence names no host", "which host it was; give it with --host"));
    }
    facts.clockNotes().forEach(note -> problems.add(whole(facts, note, "times of these lines")));
    facts.gaps().stream().flatMap(gap -> gap(facts, gap).stream()).forEach(problems::add);
    return problems;
  }

  private static CoverageProblem whole(HostFacts facts, String problem, String affects) {
    return new CoverageProblem(facts.host(), Optional.empty(), Optional.empty(), problem, affects);
  }

  private static Optional<CoverageProblem> gap(HostFacts facts, EvidenceGap gap) {
    String problem =
        switch (gap.problem()) {
          case AUDIT_LOST -> "the kernel lost audit records";
          case SERIAL_HOLE -> "audit serials are missing";
          case AUDITD_DOWN -> "auditd was not running";
          case PRINTK_SUPPRESSED -> "the kernel log was cut by its rate limit";
          case JOURNAL_DROPPED -> "journald dropped messages";
          case RULES_CHANGED -> "";
        };
    Instant at = gap.provenance().time();
    return problem.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CoverageProblem(
                facts.host(),
                gap.from().or(() -> Optional.of(at)),
                gap.to().or(() -> Optional.of(at)),
                problem + ": " + gap.detail(),
                "signals of that time may be missing"));
  }
}
