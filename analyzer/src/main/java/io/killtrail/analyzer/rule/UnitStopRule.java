package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/** The manager ended the unit within a stop or restart job. */
final class UnitStopRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    boolean job = situation.inStopJob();
    if (situation.deciding().isPresent() && !situation.byManager()) {
      return Optional.empty();
    }
    if (situation.deciding().isEmpty()) {
      return job && situation.death().confirmed()
          ? Optional.of(verdict(situation, Confidence.LIKELY))
          : Optional.empty();
    }
    return Optional.of(verdict(situation, job ? situation.link() : withoutJobLine(situation)));
  }

  /** The manager's signals alone: they may also have followed another death, or a time limit. */
  private static Confidence withoutJobLine(Situation situation) {
    boolean failed = situation.run().map(UnitRun::failed).orElse(false);
    boolean followed =
        situation.deciding().flatMap(delivery -> continued(delivery, situation)).isPresent();
    return followed && !failed ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  private static Verdict verdict(Situation situation, Confidence confidence) {
    Verdict.Builder verdict = Verdict.of(Cause.UNIT_STOP, confidence).expected(true);
    situation
        .run()
        .flatMap(UnitRun::stopping)
        .ifPresent(line -> verdict.evidence(Telling.change(line)));
    Optional<SignalSent> next =
        situation.deciding().flatMap(delivery -> continued(delivery, situation));
    next.ifPresent(signal -> verdict.evidence(Telling.signal(signal)));
    Requesters.ofStop(situation, verdict);
    if (failedWith143(situation)) {
      verdict.advice(
          "The stop itself was in order, but the unit failed by it: SuccessExitStatus=143 says that"
              + " 143 is its orderly end.");
    }
    return verdict
        .alternative(
            Cause.MANAGER_KILL, "a stop job was running, and no client's request was logged")
        .build();
  }

  /** A JVM and the like answer SIGTERM by exit 143, which systemd counts as failure. */
  private static boolean failedWith143(Situation situation) {
    Exit exit = situation.death().exit();
    return exit.how().equals(Optional.of(ProcessExited.How.EXITED))
        && exit.status().equals(OptionalInt.of(Signals.exitStatus(Signals.TERM)))
        && situation.run().filter(UnitRun::failed).isPresent();
  }

  private static Optional<SignalSent> continued(Delivery delivery, Situation situation) {
    return situation.signals().continueAfter(delivery);
  }
}
