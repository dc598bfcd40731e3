package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Units that are restarted again and again: one row instead of a case for each end. */
final class RestartLoops {
  /** So many restarts make a loop. */
  private static final int LOOP = 3;

  /** An end that comes so long after the one before is not of the same loop. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  /**
   * The last failure of a loop is followed by no restart, since the start limit is hit then; it
   * comes at most so long after the one before it, and is the loop's too.
   */
  private static final Duration LAST_FAILURE = Duration.ofMinutes(5);

  private RestartLoops() {}

  static List<RestartLoop> of(Optional<String> host, List<UnitRun> runs) {
    Map<String, List<UnitRun>> restarted = new TreeMap<>();
    for (UnitRun run : runs) {
      if (run.first(UnitChanged.RestartScheduled.class).isPresent() && run.ended().isPresent()) {
        restarted.computeIfAbsent(run.unit(), none -> new ArrayList<>()).add(run);
      }
    }
    List<RestartLoop> loops = new ArrayList<>();
    restarted.forEach(
        (unit, ofUnit) ->
            inQuickSuccession(ofUnit).stream()
                .filter(together -> together.size() >= LOOP)
                .forEach(together -> loops.add(loop(host, unit, together))));
    return loops;
  }

  private static List<List<UnitRun>> inQuickSuccession(List<UnitRun> runs) {
    List<UnitRun> inOrder =
        runs.stream().sorted(Comparator.comparing(run -> run.ended().orElseThrow())).toList();
    List<List<UnitRun>> chains = new ArrayList<>();
    Instant before = Instant.MIN;
    for (UnitRun run : inOrder) {
      Instant end = run.ended().orElseThrow();
      if (chains.isEmpty() || end.isAfter(before.plus(AGAIN))) {
        chains.add(new ArrayList<>());
      }
      chains.getLast().add(run);
      before = end;
    }
    return chains;
  }

  private static RestartLoop loop(Optional<String> host, String unit, List<UnitRun> runs) {
    Optional<LoopEnd> end = LoopEnd.repeated(runs);
    return new RestartLoop(
        host,
        unit,
        runs.size(),
        end.map(repeated -> OptionalInt.of(repeated.status())).orElse(OptionalInt.empty()),
        runs.getFirst().ended().orElseThrow(),
        runs.getLast().ended().orElseThrow(),
        LoopEnd.advice(end));
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
    return byNobody(told)
        && told.victim().unit().equals(Optional.of(loop.unit()))
        && told.exit().status().equals(loop.status())
        && !told.time().isBefore(loop.first())
        && told.time().isBefore(loop.last().plus(LAST_FAILURE));
  }

  /** Left by itself, or ended by what nothing shows: which is told once for all of the loop. */
  private static boolean byNobody(Case told) {
    boolean shown = !told.flags().isEmpty() || told.confidence() == Confidence.PROVEN;
    return switch (told.cause()) {
      case OWN_EXIT -> true;
      case UNKNOWN, KERNEL -> !shown;
      case STALE_PID_FILE,
          MANAGER_KILL,
          MANAGER_LIMIT,
          SHUTDOWN,
          STOP_TIMEOUT,
          UNIT_STOP,
          USER,
          SUPERVISOR,
          VALID_PID_FILE,
          SELF,
          OTHER_PROCESS ->
          false;
    };
  }
}
