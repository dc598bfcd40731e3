package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Units that are restarted again and again with the same exit: one row instead of a case each. */
final class RestartLoops {
  /** So many restarts make a loop. */
  private static final int LOOP = 3;

  /**
   * The last failure of a loop is followed by no restart, since the start limit is hit then; it
   * comes at most so long after the one before it, and is the loop's too.
   */
  private static final Duration LAST_FAILURE = Duration.ofMinutes(5);

  private RestartLoops() {}

  static List<RestartLoop> of(Optional<String> host, List<UnitRun> runs) {
    Map<String, List<UnitRun>> restarted = new TreeMap<>();
    for (UnitRun run : runs) {
      if (run.first(UnitChanged.RestartScheduled.class).isPresent() && run.failed()) {
        restarted.computeIfAbsent(run.unit(), none -> new ArrayList<>()).add(run);
      }
    }
    List<RestartLoop> loops = new ArrayList<>();
    restarted.forEach(
        (unit, ofUnit) -> {
          if (ofUnit.size() >= LOOP) {
            loops.add(loop(host, unit, ofUnit));
          }
        });
    return loops;
  }

  private static RestartLoop loop(Optional<String> host, String unit, List<UnitRun> runs) {
    OptionalInt status = repeated(runs);
    List<Instant> ends = runs.stream().flatMap(run -> run.ended().stream()).sorted().toList();
    return new RestartLoop(
        host, unit, runs.size(), status, ends.getFirst(), ends.getLast(), advice(status));
  }

  /** The status that most of them ended with. */
  private static OptionalInt repeated(List<UnitRun> runs) {
    Map<Integer, Integer> counts = new HashMap<>();
    runs.stream()
        .flatMap(run -> run.mainExit().stream())
        .map(ProcessExited::status)
        .filter(OptionalInt::isPresent)
        .forEach(status -> counts.merge(status.getAsInt(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(entry -> OptionalInt.of(entry.getKey()))
        .orElse(OptionalInt.empty());
  }

  private static String advice(OptionalInt status) {
    if (status.orElse(0) == Signals.exitStatus(Signals.TERM)) {
      return "If 143 is its orderly end, set SuccessExitStatus=143; else see who sends the signal.";
    }
    return "Mend the cause of status "
        + (status.isPresent() ? status.getAsInt() : "?")
        + "; RestartPreventExitStatus= ends the loop for a status that no restart mends, RestartSec="
        + " slows it down.";
  }

  /** The cases that no loop tells already. */
  static List<Case> without(List<RestartLoop> loops, List<Case> cases) {
    List<Case> kept = new ArrayList<>(cases);
    for (RestartLoop loop : loops) {
      kept.removeIf(told -> tells(loop, told));
    }
    return kept;
  }

  private static boolean tells(RestartLoop loop, Case told) {
    return told.cause() == Cause.OWN_EXIT
        && told.victim().unit().equals(Optional.of(loop.unit()))
        && told.exit().status().equals(loop.status())
        && !told.time().isBefore(loop.first())
        && told.time().isBefore(loop.last().plus(LAST_FAILURE));
  }
}
