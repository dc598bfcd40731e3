package io.killtrail.analyzer.death;

import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds runs of units by name, by end, and by what the manager did to them. */
final class RunIndex {
  /** The kernel cuts command names to so many bytes (TASK_COMM_LEN less one). */
  private static final int COMM_LENGTH = 15;

  /** Shorter beginnings of unit names say nothing. */
  private static final int TELLING = 4;

  private final Map<String, List<UnitRun>> byName = new HashMap<>();
  private final NavigableMap<Instant, List<UnitRun>> byEndWithoutStopJob = new TreeMap<>();
  private final NavigableMap<Instant, List<UnitRun>> byAct = new TreeMap<>();

  RunIndex(List<UnitRun> runs) {
    for (UnitRun run : runs) {
      if (run.holdsProcesses()) {
        names(run.unit()).forEach(name -> put(byName, name, run));
        if (run.stopping().isEmpty()) {
          run.endedBy().ifPresent(end -> put(byEndWithoutStopJob, end, run));
        }
        run.changes().stream()
            .filter(change -> showsManagerActing(change.change()))
            .forEach(change -> put(byAct, change.provenance().time(), run));
      }
    }
  }

  private static <K> void put(Map<K, List<UnitRun>> map, K key, UnitRun run) {
    map.computeIfAbsent(key, none -> new ArrayList<>(1)).add(run);
  }

  private static boolean showsManagerActing(UnitChanged.Change change) {
    return switch (change) {
      case UnitChanged.Stopping none -> true;
      case UnitChanged.TimedOut none -> true;
      case UnitChanged.ClientSignal none -> true;
      case UnitChanged.ManagerSignal none -> true;
      case UnitChanged.OutOfMemory none -> true;
      case UnitChanged.Change other -> false;
    };
  }

  /** The command names that a unit's main process may have: the unit's, or its beginning. */
  private static List<String> names(String unit) {
    String base = UnitNames.base(unit);
    String template = base.contains("@") ? base.substring(0, base.indexOf('@')) : base;
    List<String> names = new ArrayList<>();
    names.add(cut(template));
    for (int dash = base.indexOf('-'); dash >= 0; dash = base.indexOf('-', dash + 1)) {
      if (dash >= TELLING && !names.contains(cut(base.substring(0, dash)))) {
        names.add(cut(base.substring(0, dash)));
      }
    }
    return names;
  }

  private static String cut(String name) {
    return name.length() > COMM_LENGTH ? name.substring(0, COMM_LENGTH) : name;
  }

  static boolean sameName(UnitRun run, Optional<String> comm) {
    return comm.filter(names(run.unit())::contains).isPresent();
  }

  /** The runs of units whose main process may have this name. */
  List<UnitRun> named(String comm) {
    return byName.getOrDefault(comm, List.of());
  }

  /** The runs that ended without a stop job within this time after, soonest first. */
  List<UnitRun> endedWithoutStopJob(Instant time, Duration within) {
    Instant until = time.plus(within);
    List<UnitRun> surely = endedBetween(time, until);
    return surely.isEmpty()
        ? endedBetween(time, until.plus(UnitRun.COARSE)).stream()
            .filter(run -> run.ended().orElseThrow().isBefore(until))
            .toList()
        : surely;
  }

  private List<UnitRun> endedBetween(Instant from, Instant until) {
    return byEndWithoutStopJob.subMap(from, true, until, false).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The runs that the manager acted on within this time, with how far off that was. */
  Map<UnitRun, Duration> actedOn(Instant time, Duration within) {
    Map<UnitRun, Duration> acted = new LinkedHashMap<>();
    byAct
        .subMap(time.minus(within), true, time.plus(within), true)
        .forEach(
            (at, runs) -> {
              Duration apart = Duration.between(time, at).abs();
              runs.forEach(run -> acted.merge(run, apart, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            });
    return acted;
  }
}
