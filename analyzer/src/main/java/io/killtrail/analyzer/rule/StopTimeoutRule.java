package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A stop took longer than TimeoutStopSec, and the manager went on to harder means. */
final class StopTimeoutRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isPresent() && !situation.byManager()) {
      return Optional.empty();
    }
    return situation
        .run()
        .filter(run -> !run.stopTimeouts().isEmpty())
        .map(run -> verdict(run, situation))
        .or(() -> escalated(situation));
  }

  /** Without the manager's lines: its SIGKILL to whom it had sent SIGTERM a while before. */
  private static Optional<Verdict> escalated(Situation situation) {
    return situation
        .deciding()
        .filter(deciding -> deciding.number() == Signals.KILL)
        .filter(deciding -> !situation.coverage().managerHeard(deciding.time()))
        .flatMap(deciding -> situation.signals().termBefore(deciding))
        .map(
            term ->
                Verdict.of(Cause.STOP_TIMEOUT, Confidence.LIKELY)
                    .limit(new Limit("TimeoutStopSec", OptionalLong.of(waited(term, situation))))
                    .evidence(Telling.signal(term))
                    .alternative(Cause.UNIT_STOP, "the manager went on to SIGKILL")
                    .build());
  }

  private static long waited(SignalSent term, Situation situation) {
    Duration waited = Duration.between(term.provenance().time(), situation.time());
    return Math.round(waited.toMillis() / 1000.0);
  }

  private static Verdict verdict(UnitRun run, Situation situation) {
    List<UnitChanged> stages = run.stopTimeouts();
    Verdict.Builder verdict =
        Verdict.of(Cause.STOP_TIMEOUT, situation.link())
            .limit(new Limit("TimeoutStopSec", seconds(run)))
            .detail(StopStages.tell(run, stages));
    run.stopping().ifPresent(line -> verdict.evidence(Telling.change(line)));
    stages.forEach(line -> verdict.evidence(Telling.change(line)));
    run.controlExits().forEach(exit -> verdict.evidence(Telling.exit(exit)));
    verdict.advice(
        "Raise TimeoutStopSec= if the work needs the time, or take it out of ExecStop= and"
            + " ExecStopPost=: each of them gets that limit anew.");
    Requesters.ofStop(situation, verdict);
    return verdict
        .alternative(
            Cause.UNIT_STOP, "the stop did not end in time: " + stages.size() + " limit(s) ran out")
        .build();
  }

  private static OptionalLong seconds(UnitRun run) {
    return run.stopLimit().isPresent()
        ? OptionalLong.of(Math.round(run.stopLimit().get().toMillis() / 1000.0))
        : OptionalLong.empty();
  }
}
