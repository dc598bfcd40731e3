package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.Signals;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The way in which a restart loop's runs end, and what is to be done about it. */
record LoopEnd(boolean exited, int status) {
  private static final Comparator<LoopEnd> LOWEST =
      Comparator.comparing(LoopEnd::exited).thenComparingInt(LoopEnd::status);

  /** The one that most of them have; empty where the manager logs none, since all were clean. */
  static Optional<LoopEnd> repeated(List<UnitRun> runs) {
    Map<LoopEnd, Integer> counts = new HashMap<>();
    runs.stream()
        .flatMap(run -> run.mainExit().stream())
        .flatMap(LoopEnd::of)
        .forEach(end -> counts.merge(end, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<LoopEnd, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(LOWEST.reversed())))
        .map(Map.Entry::getKey);
  }

  private static Stream<LoopEnd> of(ProcessExited exit) {
    return exit.status().isPresent()
        ? Stream.of(
            new LoopEnd(exit.how().equals(Optional.of(How.EXITED)), exit.status().getAsInt()))
        : Stream.of();
  }

  static String advice(Optional<LoopEnd> repeated) {
    return repeated
        .map(LoopEnd::advice)
        .orElse(
            "It ends without failure and is started again: Restart=on-failure ends the loop,"
                + " RestartSec= slows it down; work that comes to an end is better a oneshot with"
                + " a timer.");
  }

  private String advice() {
    if (!exited) {
      return "See what raises or sends "
          + Signals.name(status)
          + ": coredumpctl shows a fault, the kernel's log a want of memory, audit rules a sender;"
          + " RestartSec= slows the loop down.";
    }
    if (status == Signals.exitStatus(Signals.TERM)) {
      return "If 143 is its orderly end, set SuccessExitStatus=143, and RestartForceExitStatus=143"
          + " if it is to be restarted all the same; else see who sends the signal.";
    }
    return "Mend the cause of status "
        + status
        + "; RestartPreventExitStatus= ends the loop for a status that no restart mends, RestartSec="
        + " slows it down.";
  }
}
