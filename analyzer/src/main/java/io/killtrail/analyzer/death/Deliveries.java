package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which signals reached whom, and which unit that hit. */
final class Deliveries {
  private final HostHistory history;
  private final UnitLink units;

  Deliveries(HostHistory history, UnitLink units) {
    this.history = history;
    this.units = units;
  }

  List<Delivery> of(List<SignalSent> signals) {
    List<Delivery> deliveries = new ArrayList<>();
    for (SignalSent signal : signals) {
      if (signal.succeeded() && Signals.fatalByDefault(signal.signal().orElse(0))) {
        Set<Integer> seen = new HashSet<>();
        for (SignalTarget target : targets(signal)) {
          if (seen.add(target.opid()) && reached(signal, target)) {
            deliveries.add(delivery(signal, target));
          }
        }
      }
    }
    return withRunsOfSameProcess(deliveries);
  }

  /** One signal shows which unit a process is of: so it was when the others came. */
  private static List<Delivery> withRunsOfSameProcess(List<Delivery> deliveries) {
    Map<Life, UnitRun> runs = new HashMap<>();
    for (Delivery delivery : deliveries) {
      if (delivery.victim().isPresent() && delivery.run().isPresent()) {
        runs.putIfAbsent(delivery.victim().get(), delivery.run().get());
      }
    }
    return deliveries.stream().map(delivery -> withRun(delivery, runs)).toList();
  }

  private static Delivery withRun(Delivery delivery, Map<Life, UnitRun> runs) {
    Optional<UnitRun> known =
        delivery.victim().map(runs::get).filter(run -> run.activeAt(delivery.time()));
    return delivery.run().isEmpty() && known.isPresent()
        ? new Delivery(
            delivery.signal(), delivery.target(), delivery.victim(), delivery.sender(), known, true)
        : delivery;
  }

  /** Without OBJ_PID the number that was addressed is all that is known of the target. */
  private static List<SignalTarget> targets(SignalSent signal) {
    return signal.targets().isEmpty() && signal.addressed() instanceof Addressed.Task task
        ? List.of(SignalTarget.of(task.number()))
        : signal.targets();
  }

  private Delivery delivery(SignalSent signal, SignalTarget target) {
    Optional<Life> victim = history.processAt(target.opid(), signal.provenance().time());
    Optional<Life> sender = history.callerOf(signal);
    UnitLink.Link link = units.of(signal, target, victim);
    return new Delivery(signal, target, victim, sender, link.run(), link.inferred());
  }

  /**
   * OBJ_PID is written before the permission check (kernel check_kill_permission): of several
   * targets only those count that the sender may signal. Signals never end pid 1 or kernel threads.
   */
  private boolean reached(SignalSent signal, SignalTarget target) {
    if (target.opid() == 1 || isKernelThread(signal, target)) {
      return false;
    }
    if (signal.targets().size() <= 1) {
      return true;
    }
    if (signal.addressed() instanceof Addressed.OwnGroup
        && signal.sender().pid().equals(OptionalInt.of(target.opid()))) {
      return false; // who signals its own group with others in it is prepared for it
    }
    Optional<UserId> euid = signal.sender().euid();
    return euid.filter(UserId::isRoot).isPresent()
        || same(target.ouid(), euid)
        || same(target.ouid(), signal.sender().uid());
  }

  /** What neither record tells rules nothing out. */
  private static boolean same(Optional<UserId> one, Optional<UserId> other) {
    boolean told = one.isPresent() && other.isPresent();
    return told ? one.get().same(other.get()) : one.isEmpty() && other.isEmpty();
  }

  private boolean isKernelThread(SignalSent signal, SignalTarget target) {
    Instant time = signal.provenance().time();
    return Life.isKernelThread(target.opid(), history.processAt(target.opid(), time), time);
  }
}
