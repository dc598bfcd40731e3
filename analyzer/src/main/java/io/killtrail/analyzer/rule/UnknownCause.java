package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.coverage.Gap;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.analyzer.recording.RuleGroup;
import io.killtrail.ingest.fact.ProcessExited;
import java.util.Optional;
import java.util.OptionalInt;

/** What remains when no rule fits: says what is missing. */
final class UnknownCause {
  private static final int ABRT = 6;

  private UnknownCause() {}

  static Verdict of(Situation situation) {
    Optional<String> silence = situation.coverage().silence(situation.time());
    Verdict.Builder verdict =
        Verdict.of(Cause.UNKNOWN, Confidence.POSSIBLE)
            .alternative(
                Cause.OTHER_PROCESS,
                silence
                    .map(why -> why + ", so nothing would show the sender")
                    .orElse(
                        "no call that sent such a signal was recorded, but the rules may not cover"
                            + " all of them"))
            .alternative(Cause.KERNEL, Unrecorded.ways(situation.death().exit()));
    Optional<Gap> gap = situation.coverage().hidingExit(situation.time());
    if (gap.filter(Gap::rulesWereThere).isEmpty()) {
      verdict.advice(RuleGroup.SIGNALS.advice());
    }
    gap.flatMap(Gap::remedy).map(Remedy::advice).ifPresent(verdict::advice);
    if (silence.isPresent()) {
      verdict.alternative(ownDoing(situation.death()), words(situation.death()));
    }
    return verdict.build();
  }

  private static Cause ownDoing(Death death) {
    return bySignal(death) && !death.silent() ? Cause.SELF : Cause.OWN_EXIT;
  }

  private static boolean bySignal(Death death) {
    return death.exit().how().filter(how -> how != ProcessExited.How.EXITED).isPresent();
  }

  private static String words(Death death) {
    if (death.silent()) {
      return "it may have exited with 0, which the service manager logs as little as death by"
          + " SIGTERM";
    }
    if (!bySignal(death)) {
      return "it may have left with that status by itself";
    }
    return death.exit().status().equals(OptionalInt.of(ABRT))
        ? "abort() sends this signal: a failed assertion, a damaged heap"
        : "it may have sent this signal to itself";
  }
}
