package io.killtrail.analyzer.death;

import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of all units of one host. */
final class UnitRuns {
  private final Map<String, List<UnitRun>> byUnit = new HashMap<>();
  private final List<UnitRun> all = new ArrayList<>();
  private final Map<String, Duration> stopLimits = new HashMap<>();

  private UnitRuns() {}

  static UnitRuns of(HostFacts facts) {
    UnitRuns runs = new UnitRuns();
    UnitNames names = new UnitNames(facts.units());
    List<Fact> inOrder = new ArrayList<>(names.managerOrOnlyAudit());
    inOrder.removeIf(UnitRuns::isRequest);
    facts.exits().stream().filter(exit -> exit.unit().isPresent()).forEach(inOrder::add);
    inOrder.sort(HostFacts.TOTAL_ORDER);
    for (Fact fact : inOrder) {
      switch (fact) {
        case UnitChanged change -> names.unitOf(change).ifPresent(unit -> runs.add(unit, change));
        case ProcessExited exit -> exit.unit().ifPresent(unit -> runs.add(unit, exit));
        case Fact other -> {}
      }
    }
    return runs;
  }

  /** What is asked for is yet to happen. */
  private static boolean isRequest(Fact fact) {
    return fact instanceof UnitChanged change && change.change() instanceof UnitChanged.Requested;
  }

  private void add(String unit, UnitChanged change) {
    Instant time = change.provenance().time();
    UnitRun current = current(unit);
    boolean late = endedLongBefore(current, time);
    boolean anew =
        switch (change.change()) {
          case UnitChanged.Starting none -> !current.changes().isEmpty();
          case UnitChanged.Started none -> current.ended().isPresent() && !finishes(current, time);
          case UnitChanged.Stopping none -> stopped(current) || late;
          case UnitChanged.Failed none -> late;
          case UnitChanged.Deactivated none -> late;
          case UnitChanged.Stopped none -> stopped(current) && late;
          case UnitChanged.TimedOut none -> stopped(current) && late;
          case UnitChanged.ClientSignal none -> late;
          case UnitChanged.OutOfMemory none -> late;
          case UnitChanged.RestartScheduled none -> false;
          case UnitChanged.ManagerSignal none -> false;
          case UnitChanged.LeftOver none -> false;
          case UnitChanged.MainProcess none -> false;
          case UnitChanged.Requested none -> false;
        };
    (anew ? open(unit) : current).add(change);
  }

  private void add(String unit, ProcessExited exit) {
    UnitRun current = current(unit);
    boolean second =
        exit.witness() == ProcessExited.Witness.MANAGER_MAIN && current.mainExit().isPresent();
    boolean anew = second || endedLongBefore(current, exit.provenance().time());
    (anew ? open(unit) : current).add(exit);
  }

  /** Whether a start that is done now is that of a oneshot unit, which has just become inactive. */
  private static boolean finishes(UnitRun run, Instant time) {
    return run.first(UnitChanged.Started.class).isEmpty()
        && run.first(UnitChanged.RestartScheduled.class).isEmpty()
        && run.first(UnitChanged.Deactivated.class).isPresent()
        && !endedLongBefore(run, time);
  }

  private static boolean stopped(UnitRun run) {
    return run.first(UnitChanged.Stopped.class).isPresent();
  }

  private static boolean endedLongBefore(UnitRun run, Instant time) {
    return run.result().isPresent()
        && Duration.between(run.lastSaid().orElse(time), time).compareTo(Windows.SAME_EVENT) > 0;
  }

  private UnitRun current(String unit) {
    List<UnitRun> runs = byUnit.get(unit);
    return runs == null ? open(unit) : runs.getLast();
  }

  private UnitRun open(String unit) {
    UnitRun run = new UnitRun(unit);
    byUnit.computeIfAbsent(unit, none -> new ArrayList<>()).add(run);
    all.add(run);
    return run;
  }

  List<UnitRun> all() {
    return all;
  }

  /** The longest time that this unit was given to stop, in any of its runs; zero when unknown. */
  private Duration stopLimit(String unit) {
    return stopLimits.computeIfAbsent(
        unit,
        none ->
            byUnit.getOrDefault(unit, List.of()).stream()
                .flatMap(run -> run.stopLimit().stream())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO));
  }

  /** How long before the death of one of its processes the signal can have been that caused it. */
  Duration causeBefore(UnitRun run) {
    return Windows.causeBefore(stopLimit(run.unit()));
  }

  /**
   * The time of the first signal that can have ended this run: as far back as its stop may take, or
   * as the stop began that it ended in.
   */
  Instant causeFrom(UnitRun run, Instant end) {
    Instant reach = end.minus(causeBefore(run));
    return run.stopping()
        .map(line -> line.provenance().time().minus(Windows.MANAGER_LINE))
        .filter(reach::isAfter)
        .orElse(reach);
  }

  /** The run of this unit that was up then, else the one that had just ended. */
  Optional<UnitRun> at(String unit, Instant time) {
    Optional<UnitRun> justEnded = Optional.empty();
    for (UnitRun run : byUnit.getOrDefault(unit, List.of())) {
      if (run.activeAt(time)) {
        return Optional.of(run);
      }
      if (run.activeAbout(time)) {
        justEnded = Optional.of(run);
      }
    }
    return justEnded;
  }
}
