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
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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

  /**
   * The cases that are asked for, in order of time, each as in the whole: also those that a report
   * counts only, since they are presumed and too many, or ends of a restart loop.
   */
  public static Answers cases(HostEvidence evidence, Question question) {
    Correlator correlator = new Correlator(evidence);
    Answers answers = new Answers(correlator.findings.loops());
    Duration reach = correlator.deaths.reach();
    for (Window window : evidence.windows(reach)) {
      if (question.mayBeIn(window, correlator.deaths.runs(), reach)) {
        correlator.answer(question, window, answers);
      }
    }
    return answers;
  }

  private void look(Window window) {
    Sight sight = see(window);
    Set<FactId> told = new HashSet<>();
    for (Death death : sight.deaths(deaths)) {
      death.deliveries().forEach(one -> told.add(one.signal().provenance().id()));
      if (tells(death, sight)) {
        findings.add(death, judge(death, sight), sight.writer());
      }
    }
    for (SignalSent signal : sight.facts().signals()) {
      if (window.tells(signal.provenance().time())) {
        findings.count(signal);
      }
    }
    new NearMisses(
            sight.facts().host(), sight.history(), new StaleUse(sight.history(), sight.signals()))
        .of(sight.facts().signals(), told).stream()
            .filter(miss -> window.tells(miss.time()))
            .forEach(findings::add);
  }

  private void answer(Question question, Window window, Answers answers) {
    Sight sight = see(window);
    for (Death death : sight.deaths(deaths)) {
      if (question.asksFor(sight.writer().deceased(death), sight.history())
          && tells(death, sight)) {
        answers.add(sight.writer().write(death, judge(death, sight)));
      }
    }
  }

  /** What is seen through one window. */
  private record Sight(
      Window window, HostFacts facts, HostHistory history, SignalLog signals, CaseWriter writer) {
    List<Death> deaths(Deaths all) {
      return all.of(facts, history, window);
    }
  }

  private Sight see(Window window) {
    HostFacts facts = evidence.facts(withoutSignals, window);
    HostHistory history = HostHistory.of(facts);
    return new Sight(
        window,
        facts,
        history,
        new SignalLog(facts.signals()),
        new CaseWriter(facts.host(), history));
  }

  private boolean tells(Death death, Sight sight) {
    return sight.window().tells(death.told())
        && !leftByItself(death, sight.history())
        && !turnsUpAgain(death, sight.history());
  }

  private Verdict judge(Death death, Sight sight) {
    return Rules.judge(new Situation(death, sight.history(), sight.signals(), coverage))
        .bounded(death);
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
