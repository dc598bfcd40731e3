package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.death.Delivery;
import java.util.Optional;

/** Any other sender. */
final class OtherProcessRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    return situation.deciding().map(deciding -> verdict(situation, deciding));
  }

  private static Verdict verdict(Situation situation, Delivery deciding) {
    Addressing addressing = Addressing.of(deciding, situation.history());
    Verdict.Builder verdict =
        Verdict.of(Cause.OTHER_PROCESS, situation.link()).evidence(addressing.evidence());
    PidFileUse.of(situation)
        .ifPresent(
            use ->
                verdict
                    .evidence(Telling.pidFile(use.file()))
                    .alternative(Cause.STALE_PID_FILE, whyNot(use)));
    boolean odd =
        addressing.target().addressed() == Target.Kind.THREAD
            && addressing.confidence() != Confidence.PROVEN;
    if (odd || addressing.target().addressed() == Target.Kind.NAMESPACE) {
      verdict.alternative(
          Cause.STALE_PID_FILE,
          "the number is not the victim's: it may be one of a PID namespace, or a thread's that stood in a"
              + " stale PID file; a snapshot before the signal would have told");
    }
    if (mayHaveUsedFile(situation)) {
      verdict
          .atMost(Confidence.LIKELY)
          .alternative(
              Cause.STALE_PID_FILE,
              "the sender behaved as those do who act on PID files, but no PID file was seen: a snapshot"
                  + " before the signal would have told");
    }
    return verdict
        .alternative(Cause.UNIT_STOP, "the sender is not the service manager")
        .alternative(Cause.USER, "the sender is at no terminal of a login session")
        .build();
  }

  private static String whyNot(PidFileUse use) {
    String held = "PID file " + use.file().path() + " held the number, but ";
    return switch (use.state()) {
      case VALID -> held + "it was written after its process started, so it was not stale";
      case UNDECIDED ->
          held
              + "nothing shows that it was stale: its time of writing and the start of who had the"
              + " number would tell";
      case STALE, STALE_BY_AGE ->
          held + "nothing but the number ties the sender to it: a record of who read it would tell";
    };
  }

  private static boolean mayHaveUsedFile(Situation situation) {
    return PidFileUse.of(situation).isEmpty() && UnseenPidFile.behavesLikeAUser(situation);
  }
}
