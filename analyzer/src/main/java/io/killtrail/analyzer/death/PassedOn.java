package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A shell, and what else runs a program for a unit, exits with 128 and the signal that ended its
 * child (POSIX.1, Exit Status for Commands).
 */
final class PassedOn {
  /** Wrappers run programs that run programs; deeper chains are not followed. */
  private static final int DEPTH = 4;

  private PassedOn() {}

  /** Whether the main process left with the status of this signal to a process below it. */
  static boolean by(int main, Delivery delivery, Exit exit, HostHistory history) {
    return exit.how().equals(Optional.of(ProcessExited.How.EXITED))
        && exit.status().equals(OptionalInt.of(Signals.exitStatus(delivery.number())))
        && delivery
            .victim()
            .filter(life -> below(main, life, delivery.time(), history))
            .isPresent();
  }

  private static boolean below(int main, Life life, Instant time, HostHistory history) {
    Optional<Life> at = Optional.of(life);
    for (int depth = 0; depth < DEPTH && at.isPresent(); depth++) {
      OptionalInt parent = at.get().ppid(time);
      if (parent.equals(OptionalInt.of(main))) {
        return true;
      }
      at = parent.isPresent() ? history.processAt(parent.getAsInt(), time) : Optional.empty();
    }
    return false;
  }
}
