package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Signals, targets and exits in words. */
public final class DeedText {
  private DeedText() {}

  /** Such as {@code SIGTERM (15)}. */
  public static String of(Signal signal) {
    return signal.number() == 0 ? "0 (probe)" : signal.name() + " (" + signal.number() + ")";
  }

  /** Such as {@code process 281}. */
  public static String of(Target target) {
    String number = target.number().isPresent() ? " " + target.number().getAsInt() : "";
    return switch (target.addressed()) {
      case PROCESS -> "process" + number;
      case THREAD -> "thread" + number + " (the kernel delivers to its whole process)";
      case GROUP -> "process group" + number;
      case OWN_GROUP -> "its own process group";
      case BROADCAST -> "every process it may signal";
      case PIDFD -> "a process by file descriptor" + number;
      case NAMESPACE -> "process" + number + " of its own PID namespace";
    };
  }

  /** Such as {@code exit status 143 (128 + SIGTERM), unit result exit-code}. */
  public static String of(Exit exit) {
    String end =
        exit.how()
            .map(how -> end(how, exit.status()))
            .orElseGet(() -> unknown(exit.status(), exit.unitResult()));
    return exit.unitResult().map(result -> end + ", unit result " + result).orElse(end);
  }

  private static String end(ProcessExited.How how, OptionalInt status) {
    return switch (how) {
      case EXITED -> status.isPresent() ? "exit status " + status(status.getAsInt()) : "exited";
      case KILLED -> status.isPresent() ? "killed by " + Signals.name(status.getAsInt()) : "killed";
      case DUMPED ->
          (status.isPresent() ? "killed by " + Signals.name(status.getAsInt()) : "killed")
              + ", core dumped";
    };
  }

  /** {@code , exit status 143 (128 + SIGTERM)}; empty when the record says neither. */
  static String status(Optional<ProcessExited.How> how, OptionalInt status) {
    return how.map(way -> ", " + end(way, status))
        .orElse(status.isPresent() ? ", status " + status(status.getAsInt()) : "");
  }

  private static String unknown(OptionalInt status, Optional<String> unitResult) {
    if (status.isPresent()) {
      return "status " + status(status.getAsInt());
    }
    return unitResult.isPresent()
        ? "no exit line"
        : "presumed: no record of the exit, and no sign of life afterwards";
  }

  private static String status(int status) {
    OptionalInt signal = Signals.ofExitStatus(status);
    return signal.isPresent()
        ? status + " (128 + " + Signals.name(signal.getAsInt()) + ")"
        : Integer.toString(status);
  }

  /** Such as {@code TimeoutStopSec of 5 s}. */
  public static String of(Limit limit) {
    return limit.seconds().isPresent()
        ? limit.setting() + " of " + limit.seconds().getAsLong() + " s"
        : limit.setting();
  }

  /** How often a number like that of the PID file hits somebody. */
  public static String of(PidFile.Odds odds) {
    double share = odds.nearbyTaken() * 100;
    return String.format(
        Locale.ROOT,
        "in %d of %d boots seen a foreign process or thread had this number;"
            + " of the numbers near it, %.1f %% were taken",
        odds.bootsTaken(),
        odds.bootsSeen(),
        share);
  }
}
