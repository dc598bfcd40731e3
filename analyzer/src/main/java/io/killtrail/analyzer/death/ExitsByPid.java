package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Ends that records tell by process id: those of audit, of the kernel, of core dumps. */
final class ExitsByPid {
  /** An exit told by pid and one told by unit are the same when so close. */
  static final Duration SAME_EXIT = Duration.ofMillis(1500);

  private final NavigableMap<Instant, List<ProcessExited>> byTime = new TreeMap<>();
  private final Map<Integer, List<ProcessExited>> outOfMemory = new HashMap<>();

  ExitsByPid(List<ProcessExited> exits) {
    for (ProcessExited exit : exits) {
      if (exit.pid().isPresent()) {
        byTime.computeIfAbsent(exit.provenance().time(), none -> new ArrayList<>(1)).add(exit);
        if (exit.witness() == Witness.KERNEL_OOM) {
          outOfMemory.computeIfAbsent(exit.pid().getAsInt(), none -> new ArrayList<>(1)).add(exit);
        }
      }
    }
  }

  /** Those that may be the same as one that the manager told at this time. */
  List<ProcessExited> about(Instant time) {
    return byTime.subMap(time.minus(SAME_EXIT), true, time.plus(SAME_EXIT), true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** The only process that called exit with the unit's status when its main process ended. */
  OptionalInt callerOf(ProcessExited told) {
    return only(
        told, exit -> exit.witness() == Witness.EXIT_CALL && exit.status().equals(told.status()));
  }

  /** The only process that the kernel killed for memory when the unit's main process was killed. */
  OptionalInt outOfMemory(ProcessExited told) {
    return killed(told)
        ? only(told, exit -> exit.witness() == Witness.KERNEL_OOM && mayBeOf(exit, told))
        : OptionalInt.empty();
  }

  private static boolean mayBeOf(ProcessExited exit, ProcessExited told) {
    return exit.unit().isEmpty() || exit.unit().equals(told.unit());
  }

  /** Whether it was SIGKILL that ended it. */
  static boolean killed(ProcessExited exit) {
    return exit.how().equals(Optional.of(How.KILLED))
        && exit.status().equals(OptionalInt.of(Signals.KILL));
  }

  private OptionalInt only(ProcessExited told, Predicate<ProcessExited> fitting) {
    List<Integer> pids =
        about(told.provenance().time()).stream()
            .filter(fitting)
            .map(exit -> exit.pid().orElseThrow())
            .distinct()
            .toList();
    return pids.size() == 1 ? OptionalInt.of(pids.getFirst()) : OptionalInt.empty();
  }

  /** Whether the kernel killed it for memory, and the main process of this run ended otherwise. */
  boolean killedBesides(Life life, UnitRun run) {
    return outOfMemory.getOrDefault(life.pid(), List.of()).stream()
        .map(exit -> exit.provenance().time())
        .filter(time -> !time.isBefore(life.first()) && !time.isAfter(life.last()))
        .anyMatch(time -> endedLater(run, time) || endedOtherwise(run));
  }

  private static boolean endedLater(UnitRun run, Instant time) {
    return run.ended().filter(end -> end.isAfter(time.plus(Windows.SAME_EVENT))).isPresent();
  }

  private static boolean endedOtherwise(UnitRun run) {
    return run.mainExit().filter(exit -> exit.how().isPresent() && !killed(exit)).isPresent();
  }
}
