package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.coverage.Gap;
import java.util.Optional;

/** What remains when no rule fits: says what is missing. */
final class UnknownCause {
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
            .alternative(Cause.KERNEL, "signals that the kernel itself sends leave no audit record")
            .advice(
                "Audit rules on kill, tkill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo and"
                    + " pidfd_send_signal, for b64 and b32, would have shown the sender.");
    situation
        .coverage()
        .hidingExit(situation.time())
        .flatMap(Gap::remedy)
        .ifPresent(verdict::advice);
    if (silence.isPresent()) {
      verdict.alternative(
          Cause.OWN_EXIT,
          situation.death().silent()
              ? "it may have exited with 0, which the service manager logs as little as death by"
                  + " SIGTERM"
              : "it may have left with that status by itself");
    }
    return verdict.build();
  }
}
