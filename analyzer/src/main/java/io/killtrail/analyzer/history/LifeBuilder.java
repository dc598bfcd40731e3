package io.killtrail.analyzer.history;

import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts the sightings of each number together to lives. */
final class LifeBuilder {
  private final Boots boots;
  private final Map<Integer, List<Life>> lives = new HashMap<>();

  LifeBuilder(Boots boots) {
    this.boots = boots;
  }

  Map<Integer, List<Life>> build(HostFacts facts) {
    List<Fact> inOrder = new ArrayList<>(facts.processes());
    inOrder.addAll(facts.signals());
    inOrder.addAll(facts.exits());
    inOrder.addAll(facts.units());
    inOrder.sort(HostFacts.TOTAL_ORDER);
    for (Fact fact : inOrder) {
      switch (fact) {
        case ProcessSeen seen -> {
          if (!inOtherNumbers(seen)) {
            add(seen.pid(), sighting(seen));
          }
        }
        case SignalSent signal -> add(signal);
        case ProcessExited exit -> add(exit);
        case UnitChanged change -> add(change);
        case Fact other -> {}
      }
    }
    return lives;
  }

  /** What fork returns to a process in a nested PID namespace is a number of that one's. */
  private boolean inOtherNumbers(ProcessSeen seen) {
    List<Life> parents =
        seen.by() == ProcessSeen.By.FORK
            ? lives.getOrDefault(seen.process().ppid().orElse(-1), List.of())
            : List.of();
    return !parents.isEmpty()
        && parents.getLast().boot().number() == boots.at(seen.provenance().time()).number()
        && !parents.getLast().namespacePids().isEmpty();
  }

  private Life add(int pid, Sighting seen) {
    List<Life> ofPid = lives.computeIfAbsent(pid, none -> new ArrayList<>(1));
    Boot boot = boots.at(seen.time());
    if (!ofPid.isEmpty()) {
      Life current = ofPid.getLast();
      if (current.boot().number() == boot.number() && current.continuesWith(seen)) {
        current.add(seen);
        return current;
      }
    }
    Life begun = new Life(pid, boot, seen);
    ofPid.add(begun);
    return begun;
  }

  private static Sighting sighting(ProcessSeen seen) {
    Sighting.Kind kind =
        switch (seen.by()) {
          case SNAPSHOT -> Sighting.Kind.SNAPSHOT;
          case EXEC -> Sighting.Kind.EXEC;
          case FORK -> Sighting.Kind.FORK;
          case CALL, USER_RECORD -> Sighting.Kind.CALL;
          case JOURNAL -> Sighting.Kind.JOURNAL;
        };
    Actor process = seen.process();
    return new Sighting(
        seen.provenance().time(),
        kind,
        process.ppid(),
        process.comm(),
        process.exe(),
        seen.by() == ProcessSeen.By.USER_RECORD ? Optional.empty() : process.command(),
        seen.unit(),
        seen.started(),
        seen.namespacePids(),
        seen.provenance().id());
  }

  private void add(SignalSent signal) {
    Actor sender = signal.sender();
    if (sender.pid().isPresent()) {
      add(
          sender.pid().getAsInt(),
          new Sighting(
              signal.provenance().time(),
              Sighting.Kind.SENDER,
              sender.ppid(),
              Optional.empty(), // the sending thread's name
              sender.exe(),
              sender.command(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              signal.provenance().id()));
    }
    for (SignalTarget target : signal.targets()) {
      Life life = add(target.opid(), target(signal, target));
      if (signal.succeeded()
          && signal.targets().size() == 1
          && Signals.fatalByDefault(signal.signal().orElse(0))) {
        life.signalled(signal.provenance().time());
      }
    }
  }

  private static Sighting target(SignalSent signal, SignalTarget target) {
    boolean mainThread =
        switch (signal.addressed()) {
          case Addressed.Task task -> task.number() == target.opid();
          case Addressed.ThreadOf thread -> thread.tid() == target.opid();
          case Addressed.Group none -> true;
          case Addressed.OwnGroup none -> true;
          case Addressed.Broadcast none -> true;
          case Addressed.Pidfd none -> true;
          case Addressed.Unknown none -> false;
        };
    return bare(
        signal.provenance().time(),
        Sighting.Kind.TARGET,
        mainThread ? target.ocomm() : Optional.empty(),
        Optional.empty(),
        signal.provenance().id());
  }

  private void add(ProcessExited exit) {
    exit.pid()
        .ifPresent(
            pid ->
                add(
                    pid,
                    new Sighting(
                        exit.provenance().time(),
                        Sighting.Kind.EXIT,
                        OptionalInt.empty(),
                        Optional.empty(), // the exiting thread's name
                        exit.exe(),
                        Optional.empty(),
                        exit.unit(),
                        Optional.empty(),
                        List.of(),
                        exit.provenance().id())));
  }

  private void add(UnitChanged change) {
    switch (change.change()) {
      case UnitChanged.ClientSignal named -> named(change, named.pid(), named.comm());
      case UnitChanged.ManagerSignal named -> named(change, named.pid(), named.comm());
      case UnitChanged.LeftOver named -> named(change, named.pid(), named.comm());
      case UnitChanged.MainProcess main -> {
        if (!knownElsewhere(main.pid(), change)) {
          named(change, OptionalInt.of(main.pid()), Optional.empty());
        }
      }
      case UnitChanged.Change other -> {}
    }
  }

  /** A stale PIDFile= can fool the manager: what was seen of the process itself stands. */
  private boolean knownElsewhere(int pid, UnitChanged change) {
    List<Life> ofPid = lives.getOrDefault(pid, List.of());
    Instant time = change.provenance().time();
    return !ofPid.isEmpty()
        && ofPid.getLast().boot().number() == boots.at(time).number()
        && ofPid
            .getLast()
            .unit(time)
            .filter(unit -> !change.unit().equals(Optional.of(unit)))
            .isPresent();
  }

  private void named(UnitChanged change, OptionalInt pid, Optional<String> comm) {
    if (pid.isPresent()) {
      add(
          pid.getAsInt(),
          bare(
              change.provenance().time(),
              Sighting.Kind.MANAGER,
              comm,
              change.unit(),
              change.provenance().id()));
    }
  }

  private static Sighting bare(
      Instant time, Sighting.Kind kind, Optional<String> comm, Optional<String> unit, FactId id) {
    return new Sighting(
        time,
        kind,
        OptionalInt.empty(),
        comm,
        Optional.empty(),
        Optional.empty(),
        unit,
        Optional.empty(),
        List.of(),
        id);
  }
}
