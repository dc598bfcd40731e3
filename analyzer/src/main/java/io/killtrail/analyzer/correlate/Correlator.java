package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.coverage.Uncovered;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Deaths;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.Windows;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.host.Window;
import io.killtrail.analyzer.rule.Coverage;
import io.killtrail.analyzer.rule.Rules;
import io.killtrail.analyzer.rule.SignalLog;
import io.killtrail.analyzer.rule.Situation;
import io.killtrail.analyzer.rule.StaleUse;
import io.killtrail.analyzer.rule.Verdict;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.SignalSent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Draws the conclusions from the facts of one host. The same facts always give the same cases. */
public final class Correlator {
  private final HostEvidence evidence;
  private final HostFacts withoutSignals;
  private final Deaths deaths;
  private final Coverage coverage;
  private final FindingsBuilder findings;

  private Correlator(HostEvidence evidence) {
    this.evidence = evidence;
    this.withoutSignals = evidence.withoutSignals();
    HostHistory history = HostHistory.of(withoutSignals);
    Uncovered uncovered = new Uncovered(evidence, history);
    this.coverage =
        new Coverage(
            withoutSignals, evidence.logMicros(), evidence.otherMicros(), history, uncovered);
    this.deaths = new Deaths(withoutSignals);
    this.findings =
        new FindingsBuilder(
            withoutSignals,
            deaths.runs(),
            uncovered,
            new Watches(evidence, history, coverage, uncovered));
  }

  /** All that the facts of one host say. */
  public static HostFindings correlate(HostEvidence evidence) {
    Correlator correlator = new Correlator(evidence);
    for (Window window : evidence.windows(correlator.deaths.reach())) {
      correlator.look(window);
    }
    return correlator.findings.build();
  }

  private void look(Window window) {
    HostFacts facts = evidence.facts(withoutSignals, window);
    HostHistory history = HostHistory.of(facts);
    SignalLog signals = new SignalLog(facts.signals());
    CaseWriter writer = new CaseWriter(facts.host(), history);
    Set<FactId> told = new HashSet<>();
    for (Death death : deaths.of(facts, history, window)) {
      death.deliveries().forEach(one -> told.add(one.signal().provenance().id()));
      if (window.tells(death.told())
          && !leftByItself(death, history)
          && !turnsUpAgain(death, history)) {
        Verdict verdict =
            Rules.judge(new Situation(death, history, signals, coverage)).bounded(death);
        findings.add(death, verdict, writer);
      }
    }
    for (SignalSent signal : facts.signals()) {
      if (window.tells(signal.provenance().time())) {
        findings.count(signal);
      }
    }
    new NearMisses(facts.host(), history, new StaleUse(history, signals))
        .of(facts.signals(), told).stream()
            .filter(miss -> window.tells(miss.time()))
            .forEach(findings::add);
  }

  /**
   * Where every signal would be known, a unit that ended in silence exited with 0; while the host
   * goes down, its stop was asked for, whether a line says so or not.
   */
  private boolean leftByItself(Death death, HostHistory history) {
    Optional<Instant> down = history.bootAt(death.told()).shutdown();
    return death.silent()
        && (coverage.auditHeard(death.told())
            || down.filter(begun -> !begun.isAfter(death.told())).isPresent());
  }

  /** A presumed death is none if the process is seen again, in whatever window. */
  private boolean turnsUpAgain(Death death, HostHistory history) {
    return !death.confirmed()
        && death.deciding().filter(deciding -> turnsUpAgain(deciding, history)).isPresent();
  }

  /** By the name of the thread that was addressed, or its own. */
  private boolean turnsUpAgain(Delivery deciding, HostHistory history) {
    Optional<String> addressed = deciding.target().ocomm();
    Optional<String> own = deciding.victim().flatMap(life -> life.comm(deciding.time()));
    return seenAgain(deciding, addressed, history)
        || (own.isPresent() && seenAgain(deciding, own, history));
  }

  private boolean seenAgain(Delivery deciding, Optional<String> name, HostHistory history) {
    return evidence
        .laterSightings()
        .next(
            deciding.victimPid(),
            name,
            deciding.time().plus(Windows.SURVIVED),
            history.bootAfter(deciding.time()))
        .isPresent();
  }
}
