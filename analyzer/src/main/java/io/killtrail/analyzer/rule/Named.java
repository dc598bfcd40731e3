package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.Life;
import java.time.Instant;
import java.util.Optional;

/**
 * Whom the number in a PID file named at some time: when it was used, or when somebody looked.
 *
 * @param pid the process, or that of the thread
 * @param time the time
 * @param process what is known of it
 * @param run the unit run whose process it was
 * @param whose whom the file is for, told by its name
 */
record Named(int pid, Instant time, Optional<Life> process, Optional<UnitRun> run, Whose whose) {

  /** Whom this signal was for. */
  static Named by(Delivery delivery, String path) {
    return new Named(
        delivery.victimPid(),
        delivery.time(),
        delivery.victim(),
        delivery.run(),
        Whose.of(path, delivery));
  }

  /** Whom nobody has signalled yet. */
  static Named looking(Life process, Instant time, String path) {
    return new Named(
        process.pid(), time, Optional.of(process), Optional.empty(), Whose.of(path, process, time));
  }
}
