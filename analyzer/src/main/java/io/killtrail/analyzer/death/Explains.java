package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.ingest.fact.ProcessExited;
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

  /** What is sent to end a program, not to have it reload or report. */
  private static final Set<Integer> TO_END = Set.of(Signals.INT, Signals.TERM, Signals.KILL);

  private Explains() {}

  /** Whether systemd counts death by it as success, of which it logs no exit (is_clean_exit). */
  static boolean cleanEnd(int signal) {
    return CLEAN.contains(signal);
  }

  /** The same for a signal of which no record shows that it reached anybody: no mere reload. */
  static boolean ends(int signal, Exit exit) {
    boolean told = exit.how().isPresent() && exit.status().isPresent();
    boolean own =
        told
            && exit.how().get() == ProcessExited.How.EXITED
            && Signals.ofExitStatus(exit.status().getAsInt()).isEmpty();
    return explains(signal, exit) && ((told && !own) || TO_END.contains(signal));
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
