package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.coverage.Gap;
import io.killtrail.analyzer.recording.Remedy;
import java.util.Optional;

/**
 * What gaps in the evidence take from a verdict. One that rests on a recorded signal stands, but
 * another signal may have gone before it unseen.
 */
final class Doubt {
  private Doubt() {}

  static Verdict applied(Verdict verdict, Situation situation) {
    Coverage coverage = situation.coverage();
    Verdict told = verdict;
    Optional<Gap> signals =
        restsOnSignals(verdict.cause())
            ? coverage.hidingSignals(situation.time())
            : Optional.empty();
    if (signals.isPresent()) {
      told =
          told.doubted(
              new Alternative(
                  Cause.OTHER_PROCESS,
                  "another signal may be unknown: " + signals.get().problem() + " about that time"),
              signals.get().remedy().map(Remedy::advice));
    }
    Optional<Gap> lines =
        situation.run().isPresent() && ofNoRequest(verdict.cause())
            ? coverage.hidingLines(situation.time())
            : Optional.empty();
    if (lines.isPresent()) {
      told =
          told.doubted(
              new Alternative(
                  Cause.UNIT_STOP,
                  "a stop may have been asked for: " + lines.get().problem() + " about that time"),
              lines.get().remedy().map(Remedy::advice));
    }
    return told;
  }

  /** Of the others the manager's own lines tell, or they have looked at the coverage themselves. */
  private static boolean restsOnSignals(Cause cause) {
    return switch (cause) {
      case STALE_PID_FILE, MANAGER_KILL, USER, SUPERVISOR, VALID_PID_FILE, SELF, OTHER_PROCESS ->
          true;
      case MANAGER_LIMIT, SHUTDOWN, STOP_TIMEOUT, UNIT_STOP, KERNEL, OWN_EXIT, UNKNOWN -> false;
    };
  }

  private static boolean ofNoRequest(Cause cause) {
    return switch (cause) {
      case STALE_PID_FILE, USER, SUPERVISOR, VALID_PID_FILE, SELF, OTHER_PROCESS, UNKNOWN -> true;
      case MANAGER_KILL, MANAGER_LIMIT, SHUTDOWN, STOP_TIMEOUT, UNIT_STOP, KERNEL, OWN_EXIT ->
          false;
    };
  }
}
