package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.recording.RuleGroup;
import io.killtrail.analyzer.recording.Width;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/** It left with that status by itself, and coverage shows no recorded signal. */
final class OwnExitRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    boolean exited =
        situation.death().exit().how().equals(Optional.of(ProcessExited.How.EXITED))
            && situation.death().exit().status().isPresent();
    if (situation.deciding().isPresent() || !exited) {
      return Optional.empty();
    }
    int status = situation.death().exit().status().getAsInt();
    if (Signals.ofExitStatus(status).isPresent()
        && !situation.coverage().auditHeard(situation.time())) {
      return Optional.empty();
    }
    return Optional.of(verdict(status, situation));
  }

  private static Verdict verdict(int status, Situation situation) {
    OptionalInt signal = Signals.ofExitStatus(status);
    boolean signalLike = signal.isPresent();
    Verdict.Builder verdict =
        Verdict.of(Cause.OWN_EXIT, signalLike ? Confidence.LIKELY : Confidence.PROVEN);
    if (signalLike) {
      verdict
          .alternative(
              Cause.OTHER_PROCESS,
              "no call that sent signal " + signal.getAsInt() + " to it was recorded")
          .alternative(Cause.KERNEL, Unrecorded.ways(situation.death().exit()) + "; so this stands")
          .advice(
              "Look for exit("
                  + status
                  + ") in the program and its wrappers; this audit rule shows who calls it: "
                  + RuleGroup.exitRule(Width.B64, status));
    } else {
      verdict.alternative(
          Cause.OTHER_PROCESS,
          "status " + status + " is the program's own, no signal stands for it");
    }
    if (situation.death().run().isPresent() && status == Signals.exitStatus(Signals.TERM)) {
      verdict.advice(
          "If it is a JVM or the like that ends so on every orderly stop, set SuccessExitStatus=143.");
    }
    return verdict.build();
  }
}
