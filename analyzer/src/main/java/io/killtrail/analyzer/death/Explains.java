package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.Set;

/** Whether a signal can have led to an end like this. */
final class Explains {
  private static final Set<Integer> CLEAN =
      Set.of(Signals.HUP, Signals.INT, Signals.TERM, Signals.PIPE);

  /** Programs handle these to leave in order, with a status of their own. */
  private static final Set<Integer> HANDLED =
      Set.of(Signals.HUP, Signals.INT, Signals.TERM, Signals.QUIT);

  private Explains() {}

  /** Whether systemd counts death by it as success, of which it logs no exit (is_clean_exit). */
  static boolean cleanEnd(int signal) {
    return CLEAN.contains(signal);
  }

  static boolean explains(int signal, Exit exit) {
    if (exit.how().isEmpty() || exit.status().isEmpty()) {
      return explainsResult(signal, exit.unitResult());
    }
    int status = exit.status().getAsInt();
    return switch (exit.how().get()) {
      case KILLED, DUMPED -> status == signal;
      case EXITED ->
          Signals.ofExitStatus(status).isPresent()
              ? status == Signals.exitStatus(signal)
              : HANDLED.contains(signal);
    };
  }

  private static boolean explainsResult(int signal, Optional<String> unitResult) {
    return switch (unitResult.orElse("")) {
      case "success" -> cleanEnd(signal) || HANDLED.contains(signal);
      case "oom-kill" -> false;
      default -> true;
    };
  }
}
