package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/** What no audit record would show: the kernel calls audit for the signals of system calls only. */
final class Unrecorded {
  private static final int ALRM = 14;
  private static final int XCPU = 24;
  private static final int XFSZ = 25;

  private Unrecorded() {}

  /** How an end like this can come from the kernel itself. */
  static String ways(Exit exit) {
    OptionalInt signal = signal(exit);
    String ways = signal.isPresent() ? ways(signal.getAsInt()) : anySignal();
    return "signals that the kernel itself sends leave no audit record: " + ways;
  }

  private static OptionalInt signal(Exit exit) {
    boolean exited = exit.how().equals(Optional.of(ProcessExited.How.EXITED));
    return exited && exit.status().isPresent()
        ? Signals.ofExitStatus(exit.status().getAsInt())
        : exit.status();
  }

  private static String ways(int signal) {
    return switch (signal) {
      case Signals.KILL ->
          "want of memory, cgroup.kill, the end of its PID namespace, or its parent's end"
              + " (PR_SET_PDEATHSIG)";
      case Signals.HUP -> "a terminal that was hung up, or its parent's end (PR_SET_PDEATHSIG)";
      case Signals.INT, Signals.QUIT -> "a key typed at its terminal, or its parent's end";
      case Signals.PIPE -> "a write that nobody read any more";
      case ALRM -> "its own timer";
      case XCPU, XFSZ -> "a resource limit (LimitCPU=, LimitFSIZE=)";
      default -> anySignal();
    };
  }

  private static String anySignal() {
    return "its parent's end (PR_SET_PDEATHSIG) among them";
  }
}
