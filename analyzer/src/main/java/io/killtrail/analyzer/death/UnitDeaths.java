package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The ends of units that are worth a case. */
final class UnitDeaths {
  /** Results of a failure in which a process died. */
  private static final Set<String> DEADLY =
      Set.of("exit-code", "signal", "core-dump", "timeout", "watchdog", "oom-kill");

  private final HostHistory history;
  private final UnitRuns runs;
  private final Map<UnitRun, List<Delivery>> byRun = new HashMap<>();
  private final ExitsByPid exitsByPid;
  private final Set<ProcessExited> accounted = Collections.newSetFromMap(new IdentityHashMap<>());

  UnitDeaths(HostFacts facts, HostHistory history, UnitRuns runs, List<Delivery> deliveries) {
    this.history = history;
    this.runs = runs;
    this.exitsByPid = new ExitsByPid(facts.exits());
    for (Delivery delivery : deliveries) {
      delivery
          .run()
          .ifPresent(run -> byRun.computeIfAbsent(run, none -> new ArrayList<>()).add(delivery));
    }
  }

  /** Exits told by pid that belong to the unit deaths found so far. */
  Set<ProcessExited> accountedExits() {
    return accounted;
  }

  /** Whether any of the signals reached it. */
  boolean hit(UnitRun run) {
    return byRun.containsKey(run);
  }

  Optional<Death> of(UnitRun run) {
    if (run.ended().isEmpty() || !run.holdsProcesses()) {
      return Optional.empty();
    }
    Instant end = run.ended().get();
    Instant endedBy = run.endedBy().orElse(end);
    List<Delivery> toUnit =
        byRun.getOrDefault(run, List.of()).stream()
            .filter(delivery -> inTime(delivery.time(), run))
            .toList();
    OptionalInt mainPid = mainPid(run, toUnit);
    List<ProcessExited> exits = exits(run, mainPid, end);
    Exit exit = exit(run, exits, mainPid);
    List<Delivery> inTime = concerning(toUnit, mainPid, exit);
    Optional<Delivery> deciding =
        DecidingSignal.choose(
            inTime.stream().filter(delivery -> mayDecide(delivery, run, mainPid)).toList(),
            exit,
            endedBy,
            mainPid);
    if (deciding.isEmpty() && !tellsDeath(run, exit) && !run.endedUnasked()) {
      return Optional.empty();
    }
    accounted.addAll(exits);
    OptionalInt pid =
        mainPid.isPresent() || deciding.isEmpty()
            ? mainPid
            : OptionalInt.of(deciding.get().victimPid());
    return Optional.of(
        new Death(
            Optional.of(run),
            pid,
            pid.isPresent()
                ? history.processAt(pid.getAsInt(), deathTime(endedBy, deciding))
                : Optional.empty(),
            withRelays(inTime, toUnit),
            deciding,
            exit,
            exits,
            end));
  }

  private static Instant deathTime(Instant end, Optional<Delivery> deciding) {
    return deciding.map(Delivery::time).filter(time -> time.isBefore(end)).orElse(end);
  }

  /**
   * What others than the manager send to a unit's lesser processes does not end the unit, unless
   * its main process passed on how they ended.
   */
  private List<Delivery> concerning(List<Delivery> toUnit, OptionalInt mainPid, Exit exit) {
    if (mainPid.isEmpty()) {
      return toUnit;
    }
    Set<FactId> toMain = new HashSet<>();
    for (Delivery delivery : toUnit) {
      if (delivery.victimPid() == mainPid.getAsInt()) {
        toMain.add(delivery.signal().provenance().id());
      }
    }
    boolean told =
        toUnit.stream()
            .filter(one -> one.victimPid() == mainPid.getAsInt() && !one.toSelf())
            .anyMatch(one -> Explains.explains(one.number(), exit));
    return toUnit.stream()
        .filter(
            one ->
                one.byManager()
                    || toMain.contains(one.signal().provenance().id())
                    || (!told && PassedOn.by(mainPid.getAsInt(), one, exit, history)))
        .toList();
  }

  /**
   * Who passed the manager's signal on to a process that had it from the manager too, took part in
   * the same stop.
   */
  private static List<Delivery> withRelays(List<Delivery> concerning, List<Delivery> toUnit) {
    Set<Integer> stopped =
        concerning.stream()
            .filter(Delivery::byManager)
            .map(Delivery::victimPid)
            .collect(Collectors.toSet());
    Set<Delivery> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(concerning);
    return toUnit.stream()
        .filter(
            one ->
                kept.contains(one)
                    || (stopped.contains(one.victimPid())
                        && stopped.contains(one.senderPid().orElse(-1))))
        .toList();
  }

  private boolean inTime(Instant time, UnitRun run) {
    Instant end = run.ended().orElse(time);
    Instant last = run.lastSaid().orElse(end);
    return !time.isAfter(last.plus(Windows.EFFECT_BEFORE_CAUSE))
        && !time.isBefore(runs.causeFrom(run, end));
  }

  /**
   * What the manager sends without a job, limit or request is its tidying of what a dead main
   * process left behind; but to the living main process it is a client's request, of which systemd
   * says nothing before v247.
   */
  private static boolean mayDecide(Delivery delivery, UnitRun run, OptionalInt mainPid) {
    if (!delivery.byManager()) {
      return !delivery
          .time()
          .isAfter(run.ended().orElse(delivery.time()).plus(Windows.EFFECT_BEFORE_CAUSE));
    }
    boolean acting =
        run.stopping().isPresent()
            || run.ranOut()
            || run.said(UnitChanged.ClientSignal.class, delivery.time());
    return acting || !run.toldByManager() || toLivingMain(delivery, run, mainPid);
  }

  private static boolean toLivingMain(Delivery delivery, UnitRun run, OptionalInt mainPid) {
    return delivery.victimPid() == mainPid.orElse(-1)
        && run.ended().filter(delivery.time()::isBefore).isPresent()
        && !run.said(UnitChanged.OutOfMemory.class, delivery.time());
  }

  /** Whether the unit's end is a death without any signal. */
  private static boolean tellsDeath(UnitRun run, Exit exit) {
    boolean unclean =
        exit.status().isPresent()
            && exit.status().getAsInt() != 0
            && !(exit.how().equals(Optional.of(ProcessExited.How.KILLED))
                && Explains.cleanEnd(exit.status().getAsInt()));
    boolean failed = run.failed() && exit.unitResult().map(DEADLY::contains).orElse(unclean);
    return run.ranOut() || unclean || failed;
  }

  /** The manager's own word, else the oldest of its processes whose parent the manager is. */
  private OptionalInt mainPid(UnitRun run, List<Delivery> deliveries) {
    Optional<Integer> told =
        run.all(UnitChanged.MainProcess.class)
            .map(change -> ((UnitChanged.MainProcess) change.change()).pid())
            .reduce((first, last) -> last);
    if (told.isPresent()) {
      return OptionalInt.of(told.get());
    }
    Instant end = run.ended().orElse(Instant.MAX);
    Optional<Life> child =
        history.processesOf(run.unit()).stream()
            .filter(life -> overlaps(life, run, end))
            .filter(life -> !exitsByPid.killedBesides(life, run))
            .filter(life -> Life.mayBeMain(Optional.of(life), end))
            .min(
                Comparator.comparing((Life life) -> life.started().orElse(life.first()))
                    .thenComparingInt(Life::pid));
    if (child.isPresent()) {
      return OptionalInt.of(child.get().pid());
    }
    List<Integer> hit = deliveries.stream().map(Delivery::victimPid).distinct().toList();
    return hit.size() == 1 ? OptionalInt.of(hit.getFirst()) : byExit(run);
  }

  /** The process of which another record tells the same exit. */
  private OptionalInt byExit(UnitRun run) {
    if (run.mainExit().isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt caller = exitsByPid.callerOf(run.mainExit().get());
    return caller.isPresent() || !onlyOneKilled(run)
        ? caller
        : exitsByPid.outOfMemory(run.mainExit().get());
  }

  /** Whether no other unit's main process was killed just then. */
  private boolean onlyOneKilled(UnitRun run) {
    Instant end = run.ended().orElseThrow();
    return runs.all().stream()
            .filter(other -> other.mainExit().filter(ExitsByPid::killed).isPresent())
            .map(other -> Duration.between(other.ended().orElseThrow(), end).abs())
            .filter(apart -> apart.compareTo(ExitsByPid.SAME_EXIT) <= 0)
            .limit(2)
            .count()
        < 2;
  }

  private static boolean overlaps(Life life, UnitRun run, Instant end) {
    Instant from = run.started().orElse(Instant.MIN);
    Instant born = life.started().orElse(life.first());
    return born.isBefore(end.plus(ExitsByPid.SAME_EXIT))
        && !born.plus(ExitsByPid.SAME_EXIT).isBefore(from)
        && !life.last().isBefore(from);
  }

  /** The manager's exit line, and what the kernel recorded of the same process. */
  private List<ProcessExited> exits(UnitRun run, OptionalInt mainPid, Instant end) {
    List<ProcessExited> exits = new ArrayList<>();
    run.mainExit().or(run::startExit).ifPresent(exits::add);
    for (ProcessExited exit : exitsByPid.about(end)) {
      boolean ofUnit = exit.unit().equals(Optional.of(run.unit()));
      boolean same = mainPid.isPresent() ? exit.pid().equals(mainPid) : ofUnit;
      if (same) {
        exits.add(exit);
      }
    }
    return exits;
  }

  private static Exit exit(UnitRun run, List<ProcessExited> exits, OptionalInt mainPid) {
    Optional<ProcessExited> how =
        exits.stream()
            .filter(exit -> exit.how().isPresent())
            .filter(exit -> exit.pid().isEmpty() || mainPid.isEmpty() || exit.pid().equals(mainPid))
            .findFirst();
    return new Exit(
        how.flatMap(ProcessExited::how),
        how.map(ProcessExited::status).orElse(OptionalInt.empty()),
        run.resultWord());
  }
}
