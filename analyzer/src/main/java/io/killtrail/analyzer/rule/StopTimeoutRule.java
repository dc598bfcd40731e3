package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
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
        .filter(run -> !stages(run).isEmpty())
        .map(run -> verdict(run, situation));
  }

  private static List<UnitChanged> stages(UnitRun run) {
    return run.all(UnitChanged.TimedOut.class)
        .filter(line -> ofStop(((UnitChanged.TimedOut) line.change()).state()))
        .toList();
  }

  private static boolean ofStop(String state) {
    return state.startsWith("stop") || state.startsWith("final");
  }

  private static Verdict verdict(UnitRun run, Situation situation) {
    List<UnitChanged> stages = stages(run);
    Verdict.Builder verdict =
        Verdict.of(Cause.STOP_TIMEOUT, situation.link())
            .limit(new Limit("TimeoutStopSec", seconds(run, stages.getFirst())))
            .requester(Requesters.find(situation, "stop"));
    run.stopping().ifPresent(line -> verdict.evidence(Telling.change(line)));
    stages.forEach(line -> verdict.evidence(Telling.change(line)));
    run.controlExits().forEach(exit -> verdict.evidence(Telling.exit(exit)));
    return verdict
        .alternative(
            Cause.UNIT_STOP, "the stop did not end in time: " + stages.size() + " limit(s) ran out")
        .advice(
            "Raise TimeoutStopSec= if the work needs the time, or take it out of ExecStop= and"
                + " ExecStopPost=: each of them gets that limit anew.")
        .build();
  }

  /** TimeoutStopSec bounds each stage of a stop; the first stage begins with the job. */
  private static OptionalLong seconds(UnitRun run, UnitChanged first) {
    Optional<Instant> begun = run.stopping().map(line -> line.provenance().time());
    return begun.isPresent()
        ? OptionalLong.of(
            Math.round(
                Duration.between(begun.get(), first.provenance().time()).toMillis() / 1000.0))
        : OptionalLong.empty();
  }
}
