package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.Windows;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The signals of one host that end nobody but tell how their senders behave. */
public final class SignalLog {
  /** systemd sends SIGCONT right after SIGTERM, so that a stopped process can end. */
  private static final Duration CONT = Duration.ofMillis(500);

  private final Map<Integer, List<SignalSent>> probes = new HashMap<>();
  private final Map<Integer, List<SignalSent>> continues = new HashMap<>();
  private final Map<Integer, List<SignalSent>> ownGroup = new HashMap<>();
  private final Map<Integer, List<SignalSent>> deadly = new HashMap<>();
  private final Map<Integer, List<SignalSent>> deadlyTo = new HashMap<>();

  public SignalLog(List<SignalSent> signals) {
    for (SignalSent signal : signals) {
      int pid = signal.sender().pid().orElse(-1);
      switch (signal.signal().orElse(-1)) {
        case 0 -> probes.computeIfAbsent(pid, none -> new ArrayList<>()).add(signal);
        case Signals.CONT -> continues.computeIfAbsent(pid, none -> new ArrayList<>()).add(signal);
        default -> {}
      }
      if (signal.succeeded() && Signals.fatalByDefault(signal.signal().orElse(0))) {
        deadly.computeIfAbsent(pid, none -> new ArrayList<>()).add(signal);
        for (SignalTarget target : signal.targets()) {
          deadlyTo.computeIfAbsent(target.opid(), none -> new ArrayList<>(1)).add(signal);
        }
      }
      if (signal.addressed() instanceof Addressed.OwnGroup) {
        ownGroup.computeIfAbsent(pid, none -> new ArrayList<>()).add(signal);
      }
    }
  }

  /** The sender's {@code kill(n, 0)} just before its signal to the same number. */
  Optional<SignalSent> probeBefore(Delivery delivery) {
    Instant time = delivery.time();
    return probes.getOrDefault(delivery.senderPid().orElse(-1), List.of()).stream()
        .filter(probe -> probe.addressed().equals(delivery.signal().addressed()))
        .filter(probe -> !probe.provenance().time().isAfter(time))
        .filter(probe -> probe.provenance().time().isAfter(time.minus(Windows.PROBE)))
        .reduce((first, last) -> last);
  }

  /** The deadly signal of the same sender to the same number that followed a probe. */
  Optional<SignalSent> deadlyAfter(Delivery probe) {
    Instant time = probe.time();
    return deadly.getOrDefault(probe.senderPid().orElse(-1), List.of()).stream()
        .filter(signal -> signal.addressed().equals(probe.signal().addressed()))
        .filter(signal -> !signal.provenance().time().isBefore(time.minus(Windows.PROBE)))
        .filter(signal -> signal.provenance().time().isBefore(time.plus(Windows.PROBE)))
        .findFirst();
  }

  /**
   * The signal that the sender had itself received and may have passed on, traced back from hand to
   * hand to who sent it first. Whoever passes on SIGTERM and then loses patience sends SIGKILL.
   */
  Optional<SignalSent> relayed(Delivery delivery) {
    Optional<SignalSent> origin = received(delivery.signal(), firstStage(delivery));
    Set<Integer> hands = new HashSet<>(Set.of(delivery.senderPid().orElse(-1)));
    Optional<SignalSent> before = origin;
    while (before.isPresent() && hands.add(before.get().sender().pid().orElse(-1))) {
      origin = before;
      before = received(before.get(), before.get());
    }
    return origin;
  }

  /** The first signal with which the sender asked the same process to end. */
  private SignalSent firstStage(Delivery delivery) {
    return deadlyTo.getOrDefault(delivery.victimPid(), List.of()).stream()
        .filter(signal -> signal.sender().pid().equals(delivery.senderPid()))
        .filter(signal -> closelyBefore(signal, delivery.signal()))
        .findFirst()
        .orElse(delivery.signal());
  }

  /** The first signal of the number of this stage that the sender of the last had received. */
  private Optional<SignalSent> received(SignalSent last, SignalSent stage) {
    OptionalInt sender = last.sender().pid();
    return deadlyTo.getOrDefault(sender.orElse(-1), List.of()).stream()
        .filter(signal -> signal.signal().equals(stage.signal()))
        .filter(signal -> !signal.sender().pid().equals(sender))
        .filter(signal -> closelyBefore(signal, stage))
        .findFirst();
  }

  private static boolean closelyBefore(SignalSent signal, SignalSent later) {
    Instant time = later.provenance().time();
    return !signal.provenance().time().isAfter(time)
        && signal.provenance().time().isAfter(time.minus(Windows.causeBefore()));
  }

  /**
   * The SIGTERM of the same sender to the same process, at least a second before, and at most as
   * long before as a unit may be given to stop.
   */
  Optional<SignalSent> termBefore(Delivery delivery) {
    Instant latest = delivery.time().minusSeconds(1);
    Instant longest = delivery.time().minus(Windows.causeBefore(Windows.LONGEST_STOP_LIMIT));
    Instant born = delivery.victim().map(Life::first).orElse(Instant.MIN);
    Instant earliest = born.isAfter(longest) ? born : longest;
    return deadlyTo.getOrDefault(delivery.victimPid(), List.of()).stream()
        .filter(signal -> signal.signal().orElse(0) == Signals.TERM)
        .filter(signal -> signal.sender().pid().equals(delivery.senderPid()))
        .filter(signal -> signal.provenance().time().isBefore(latest))
        .filter(signal -> !signal.provenance().time().isBefore(earliest))
        .findFirst();
  }

  /** The SIGCONT with which the manager follows its SIGTERM when it stops a unit. */
  Optional<SignalSent> continueAfter(Delivery delivery) {
    return reachingToo(delivery, continues, CONT);
  }

  /** A signal of the sender to its own process group that had this process in it. */
  Optional<SignalSent> sameGroup(Delivery delivery) {
    return reachingToo(delivery, ownGroup, Windows.SAME_EVENT);
  }

  /** The first of these signals that reached the same process from the same sender so near. */
  private static Optional<SignalSent> reachingToo(
      Delivery delivery, Map<Integer, List<SignalSent>> bySender, Duration near) {
    return bySender.getOrDefault(delivery.senderPid().orElse(-1), List.of()).stream()
        .filter(signal -> reaches(signal, delivery.victimPid()))
        .filter(
            signal ->
                Duration.between(delivery.time(), signal.provenance().time()).abs().compareTo(near)
                    <= 0)
        .findFirst();
  }

  private static boolean reaches(SignalSent signal, int pid) {
    return signal.targets().stream().anyMatch(target -> target.opid() == pid);
  }
}
