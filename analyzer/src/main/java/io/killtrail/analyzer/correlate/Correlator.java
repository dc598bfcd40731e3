package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Deaths;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.rule.Coverage;
import io.killtrail.analyzer.rule.Rules;
import io.killtrail.analyzer.rule.SignalLog;
import io.killtrail.analyzer.rule.Situation;
import io.killtrail.analyzer.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the conclusions from the facts of one host. The same facts always give the same cases. */
public final class Correlator {
  /** More presumed deaths than this are told in groups. */
  static final int MOST_PRESUMED = 1000;

  private final HostFacts facts;
  private final HostHistory history;
  private final SignalLog signals;
  private final Coverage coverage;

  private Correlator(HostFacts facts) {
    this.facts = facts;
    this.history = HostHistory.of(facts);
    this.signals = new SignalLog(facts.signals());
    this.coverage = new Coverage(facts, history);
  }

  /** All that the facts of one host say. */
  public static HostFindings correlate(HostFacts facts) {
    return new Correlator(facts).findings();
  }

  private HostFindings findings() {
    Deaths deaths = Deaths.of(facts, history);
    long presumed = deaths.all().stream().filter(death -> !death.confirmed()).count();
    PresumedGroups groups = new PresumedGroups();
    CaseWriter writer = new CaseWriter(facts.host(), history);
    List<Case> cases = new ArrayList<>();
    for (Death death : deaths.all()) {
      Situation situation = new Situation(death, history, signals, coverage);
      Verdict verdict = bounded(Rules.judge(situation), death);
      if (!death.confirmed() && presumed > MOST_PRESUMED && !Flags.any(verdict, death)) {
        groups.add(death);
      } else {
        cases.add(writer.write(death, verdict));
      }
    }
    List<RestartLoop> loops = RestartLoops.of(facts.host(), deaths.runs());
    List<Case> told = RestartLoops.without(loops, OneDeathOnce.of(cases));
    told.sort(Comparator.comparing(Case::time).thenComparing(Case::id));
    return new HostFindings(
        facts.host(),
        told,
        groups.all(),
        loops,
        new NearMisses(facts.host(), history, signals, coverage).of(facts.signals()),
        CoverageProblems.of(facts));
  }

  /** Nothing that is only presumed is proven. */
  private static Verdict bounded(Verdict verdict, Death death) {
    Confidence most = death.confirmed() ? Confidence.PROVEN : Confidence.LIKELY;
    return new Verdict(
        verdict.cause(),
        verdict.confidence().and(most),
        verdict.expected(),
        verdict.pidFile(),
        verdict.limit(),
        verdict.requester(),
        verdict.origin(),
        verdict.evidence(),
        verdict.alternatives(),
        verdict.advice());
  }
}
