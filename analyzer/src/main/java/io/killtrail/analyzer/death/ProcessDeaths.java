package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Deaths of processes that no unit's end accounts for: confirmed by the kernel's records, or
 * presumed because nothing shows them alive after a deadly signal.
 */
final class ProcessDeaths {
  private final HostHistory history;
  private final UnitRuns runs;
  private final Set<ProcessExited> accounted;
  private final Map<Integer, List<ProcessExited>> exitsByPid = new HashMap<>();
  private final UnsignalledDeaths unsignalled;

  ProcessDeaths(HostFacts facts, HostHistory history, UnitRuns runs, Set<ProcessExited> accounted) {
    this.history = history;
    this.runs = runs;
    this.accounted = accounted;
    this.unsignalled = new UnsignalledDeaths(facts.exits(), history);
    for (ProcessExited exit : facts.exits()) {
      if (exit.pid().isPresent() && !accounted.contains(exit)) {
        exitsByPid.computeIfAbsent(exit.pid().getAsInt(), none -> new ArrayList<>()).add(exit);
      }
    }
  }

  List<Death> of(List<Delivery> deliveries) {
    Map<Object, List<Delivery>> byVictim = new LinkedHashMap<>();
    for (Delivery delivery : deliveries) {
      byVictim.computeIfAbsent(victimKey(delivery), none -> new ArrayList<>()).add(delivery);
    }
    Set<ProcessExited> told = Collections.newSetFromMap(new IdentityHashMap<>());
    told.addAll(accounted);
    Acts acts = new Acts();
    for (List<Delivery> toOne : byVictim.values()) {
      death(toOne)
          .ifPresent(
              death -> {
                told.addAll(death.exits());
                acts.add(death);
              });
    }
    List<Death> deaths = acts.all();
    deaths.addAll(unsignalled.besides(told));
    return deaths;
  }

  /** A process, or a number of which no more is known than that it was signalled in this boot. */
  private Object victimKey(Delivery delivery) {
    return delivery.victim().isPresent()
        ? delivery.victim().get()
        : new Numbered(delivery.victimPid(), history.bootAt(delivery.time()).number());
  }

  private record Numbered(int pid, int boot) {}

  private Optional<Death> death(List<Delivery> toOne) {
    List<ProcessExited> exits = exitsOf(toOne);
    if (exits.isEmpty() && survived(toOne)) {
      return Optional.empty();
    }
    Exit exit =
        exits.isEmpty()
            ? new Exit(Optional.empty(), OptionalInt.empty(), Optional.empty())
            : new Exit(exits.getFirst().how(), exits.getFirst().status(), Optional.empty());
    Instant end = exits.isEmpty() ? toOne.getLast().time() : exits.getFirst().provenance().time();
    List<Delivery> inTime =
        exits.isEmpty()
            ? toOne
            : toOne.stream()
                .filter(one -> !one.time().isBefore(end.minus(causeBefore(one))))
                .toList();
    Optional<Delivery> deciding =
        exits.isEmpty()
            ? Optional.of(mostDeadly(toOne))
            : DecidingSignal.choose(inTime, exit, end, OptionalInt.empty());
    return deciding.map(
        one ->
            new Death(
                Optional.empty(),
                OptionalInt.of(one.victimPid()),
                one.victim(),
                toOne,
                deciding,
                exit,
                exits,
                exits.isEmpty() ? one.time() : end));
  }

  /** Of several signals after which nobody was seen: SIGKILL can't be survived, else the first. */
  private static Delivery mostDeadly(List<Delivery> toOne) {
    return toOne.stream()
        .filter(one -> one.number() == Signals.KILL)
        .findFirst()
        .orElse(toOne.getFirst());
  }

  private List<ProcessExited> exitsOf(List<Delivery> toOne) {
    Instant first = toOne.getFirst().time();
    Instant last = toOne.getLast().time();
    return exitsByPid.getOrDefault(toOne.getFirst().victimPid(), List.of()).stream()
        .filter(
            exit -> !exit.provenance().time().isBefore(first.minus(Windows.EFFECT_BEFORE_CAUSE)))
        .filter(exit -> !exit.provenance().time().isAfter(last.plus(causeBefore(toOne.getLast()))))
        .filter(exit -> history.sameBoot(last, exit.provenance().time()))
        .sorted(Comparator.comparing(exit -> exit.provenance().time()))
        .toList();
  }

  private Duration causeBefore(Delivery delivery) {
    return delivery.run().map(runs::causeBefore).orElse(Windows.causeBefore());
  }

  /** Seen alive later, or main process of a unit that went on. */
  private static boolean survived(List<Delivery> toOne) {
    Delivery last = toOne.getLast();
    Instant later = last.time().plus(Windows.SURVIVED);
    boolean seen =
        last.victim().flatMap(life -> life.aliveAfter(later)).isPresent()
            || last.victim().map(life -> signalledAnew(life, toOne)).orElse(false);
    return seen || unitWentOn(last);
  }

  /** Somebody else signalled or probed it later: a zombie would long have been reaped. */
  private static boolean signalledAnew(Life life, List<Delivery> toOne) {
    Instant last = toOne.getLast().time();
    return life.targetedAfter(last.plus(Windows.SURVIVED));
  }

  private static boolean unitWentOn(Delivery delivery) {
    return delivery.run().isPresent()
        && Life.mayBeMain(delivery.victim(), delivery.time())
        && delivery
            .run()
            .get()
            .lastSaid()
            .filter(said -> Duration.between(delivery.time(), said).compareTo(Windows.SURVIVED) > 0)
            .isPresent();
  }
}
