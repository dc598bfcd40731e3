package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.ingest.fact.Addressed;
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
    PidFileUse.of(situation).ifPresent(use -> verdict.evidence(Telling.pidFile(use.file())));
    noStaleFile(situation, deciding, addressing, verdict);
    return verdict
        .alternative(Cause.UNIT_STOP, "the sender is not the service manager")
        .alternative(Cause.USER, "the sender is at no terminal of a login session")
        .build();
  }

  /** Why it is not told as a stale PID file, and how much of that is open. */
  private static void noStaleFile(
      Situation situation, Delivery deciding, Addressing addressing, Verdict.Builder verdict) {
    boolean foreign =
        deciding.signal().addressed() instanceof Addressed.Task task
            && task.number() != deciding.victimPid();
    Optional<PidFileUse> use = PidFileUse.of(situation);
    if (foreign) {
      verdict.atMost(addressing.confidence());
    }
    if (foreign && (use.isEmpty() || inNamespace(addressing))) {
      verdict.alternative(Cause.STALE_PID_FILE, ofForeignNumber(addressing));
    } else if (use.isPresent()) {
      verdict.alternative(Cause.STALE_PID_FILE, ofFile(use.get()));
    }
    if (use.isEmpty() && !inNamespace(addressing) && UnseenPidFile.behavesLikeAUser(situation)) {
      verdict
          .atMost(Confidence.LIKELY)
          .alternative(
              Cause.STALE_PID_FILE,
              "the sender behaved as those do who act on PID files, but no PID file was seen: a snapshot"
                  + " before the signal would have told");
    }
  }

  private static boolean inNamespace(Addressing addressing) {
    return addressing.target().addressed() == Target.Kind.NAMESPACE;
  }

  /** The number was not the victim's own: what else it can have been. */
  private static String ofForeignNumber(Addressing addressing) {
    return switch (addressing.confidence()) {
      case PROVEN ->
          inNamespace(addressing)
              ? "the number is one of a PID namespace, in which the sender or the victim is"
              : "the number was a thread's, as stand in stale PID files, but no such file was seen";
      case LIKELY ->
          inNamespace(addressing)
              ? "another process of the host had the number: it is likely one of a PID namespace"
              : "the number was likely a thread's and may have stood in a stale PID file: a snapshot"
                  + " before the signal would have told";
      case POSSIBLE ->
          "the number is not the victim's: it may be one of a PID namespace, or a thread's that stood in a"
              + " stale PID file; a snapshot before the signal would have told";
    };
  }

  private static String ofFile(PidFileUse use) {
    String held = "PID file " + use.file().path() + " held the number, but ";
    return switch (use.state()) {
      case VALID -> held + "it was written after its process started";
      case UNDECIDED ->
          held
              + "nothing shows that it was stale: when it was written and when its process started would";
      case STALE, STALE_BY_AGE ->
          held + "too little ties the sender to it: a record of who read it would";
    };
  }
}
