package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;

/** What remains when no rule fits: says what is missing. */
final class UnknownCause {
  private UnknownCause() {}

  static Verdict of(Situation situation) {
    boolean heard = situation.coverage().auditHeard(situation.time());
    Verdict.Builder verdict =
        Verdict.of(Cause.UNKNOWN, Confidence.POSSIBLE)
            .alternative(
                Cause.OTHER_PROCESS,
                heard
                    ? "no call that sent such a signal was recorded, but the rules may not cover all of them"
                    : "audit was not heard at that time, so nothing would show the sender")
            .alternative(Cause.KERNEL, "signals that the kernel itself sends leave no audit record")
            .advice(
                "Audit rules on kill, tkill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo and"
                    + " pidfd_send_signal, for b64 and b32, would have shown the sender.");
    if (!heard) {
      verdict.alternative(Cause.OWN_EXIT, "it may have left with that status by itself");
    }
    return verdict.build();
  }
}
