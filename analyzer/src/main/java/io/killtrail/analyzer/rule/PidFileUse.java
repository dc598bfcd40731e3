package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.PidFilePath;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.PidFileSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The PID file by way of which the deciding signal was sent, if evidence shows one: it held the
 * number that was addressed, and the sender behaved like somebody who acts on it.
 *
 * @param file what it held when it was used
 * @param matched what the number was
 * @param state whether it still named its process
 * @param affinity how much ties the sender to the file; 0 is nothing but the number
 */
record PidFileUse(PidFileState file, PidFile.Matched matched, State state, int affinity) {

  /** Whether a PID file still names its process. */
  enum State {
    VALID,
    STALE,
    /** The number is its owner's no longer, but only the file's age tells. */
    STALE_BY_AGE,
    UNDECIDED
  }

  /** Ties that more than the number and a probe make. */
  private static final int TIED = 3;

  /** A file is written after its process started; stamps of both are this coarse. */
  private static final Duration TICK = Duration.ofMillis(1500);

  /** A daemon replaces the file that it just acted on within this time. */
  private static final Duration TAKEOVER = Duration.ofSeconds(30);

  static Optional<PidFileUse> of(Situation situation) {
    return situation
        .deciding()
        .flatMap(delivery -> of(delivery, situation.history(), situation.signals()));
  }

  static Optional<PidFileUse> of(Delivery delivery, HostHistory history, SignalLog signals) {
    OptionalInt number = number(delivery);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    List<PidFileState> holding = history.pidFilesHolding(number.getAsInt(), delivery.time());
    return holding.stream()
        .map(file -> use(file, delivery, history, signals))
        .max(
            Comparator.<PidFileUse>comparingInt(use -> use.affinity)
                .thenComparing(use -> use.file().path(), Comparator.reverseOrder()));
  }

  /** The number that a PID file can have given: of a pidfd the process itself. */
  private static OptionalInt number(Delivery delivery) {
    return switch (delivery.signal().addressed()) {
      case Addressed.Task task -> OptionalInt.of(task.number());
      case Addressed.Group group -> OptionalInt.of(group.pgid());
      case Addressed.Pidfd none -> OptionalInt.of(delivery.victimPid());
      case Addressed.ThreadOf thread -> OptionalInt.of(thread.tid());
      case Addressed.OwnGroup none -> OptionalInt.empty();
      case Addressed.Broadcast none -> OptionalInt.empty();
      case Addressed.Unknown none -> OptionalInt.empty();
    };
  }

  private static PidFileUse use(
      PidFileState file, Delivery delivery, HostHistory history, SignalLog signals) {
    boolean process = file.number() == delivery.victimPid();
    return new PidFileUse(
        file,
        process ? PidFile.Matched.PROCESS : PidFile.Matched.THREAD,
        process ? processState(file, delivery, history) : State.STALE,
        affinity(file, delivery, history, signals));
  }

  /**
   * A file that is older than the process that it names was not written for it. Where nothing but
   * the file was seen, its own process may have got its old number again in the next boot.
   */
  private static State processState(PidFileState file, Delivery delivery, HostHistory history) {
    if (file.modified().isEmpty()) {
      return State.UNDECIDED;
    }
    Instant written = file.modified().get();
    Optional<Instant> started = delivery.victim().flatMap(Life::started);
    if (written.isBefore(history.bootAt(delivery.time()).start())) {
      return started.isPresent() ? State.STALE : State.STALE_BY_AGE;
    }
    if (started.isPresent()) {
      return started.get().isAfter(written.plus(TICK)) ? State.STALE : State.VALID;
    }
    if (delivery.victim().map(life -> life.first().isBefore(written)).orElse(false)) {
      return State.VALID;
    }
    Optional<Instant> unitStarted = delivery.run().flatMap(UnitRun::started);
    if (unitStarted.isPresent()) {
      return unitStarted.get().isAfter(written.plus(TICK)) ? State.STALE_BY_AGE : State.VALID;
    }
    return State.UNDECIDED;
  }

  private static int affinity(
      PidFileState file, Delivery delivery, HostHistory history, SignalLog signals) {
    int points = 0;
    if (new NamedFiles(commands(delivery)).name(file.path())) {
      points += 3;
    }
    if (takenOver(file, delivery, history) || accessed(file, delivery, history)) {
      points += 3;
    }
    if (signals.probeBefore(delivery).isPresent()) {
      points += 1;
    }
    if (Whose.maybeSenders(file.path(), delivery)) {
      points += 2;
    }
    if (Senders.isPidFileTool(delivery.signal().sender())) {
      points += 1;
    }
    return points;
  }

  /** PROCTITLE may be old and an exec record missing: any of the known command lines will do. */
  private static String commands(Delivery delivery) {
    return delivery.signal().sender().command().orElse("")
        + " "
        + delivery.sender().flatMap(life -> life.command(delivery.time())).orElse("");
  }

  /** The file held the sender's own number soon after. */
  private static boolean takenOver(PidFileState file, Delivery delivery, HostHistory history) {
    Optional<PidFileState> next = history.nextPidFileState(file.path(), delivery.time());
    boolean soon =
        next.flatMap(PidFileState::modified)
            .filter(written -> written.isBefore(delivery.time().plus(TAKEOVER)))
            .isPresent();
    return soon && next.get().number() == delivery.senderPid().orElse(-1);
  }

  private static boolean accessed(PidFileState file, Delivery delivery, HostHistory history) {
    for (PidFileSeen access : history.pidFileAccesses(delivery.senderPid().orElse(-1))) {
      Duration apart = Duration.between(access.provenance().time(), delivery.time()).abs();
      if (PidFilePath.place(access.path()).equals(PidFilePath.place(file.path()))
          && apart.compareTo(TAKEOVER) <= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sender can be taken for somebody who acts on PID files. */
  boolean senderActsOnFiles(Actor sender) {
    boolean hand = Senders.isKillTool(sender) || Senders.isPlainShell(sender);
    return affinity >= (hand ? 3 : 1);
  }

  /** Whether the number is its process's no longer. */
  boolean stale() {
    return switch (state) {
      case STALE, STALE_BY_AGE -> true;
      case VALID, UNDECIDED -> false;
    };
  }

  /** How sure the file is the reason. */
  Confidence confidence(Confidence number) {
    Confidence byFile =
        switch (state) {
          case VALID, STALE -> Confidence.PROVEN;
          case STALE_BY_AGE -> Confidence.LIKELY;
          case UNDECIDED -> Confidence.POSSIBLE;
        };
    Confidence byTie = affinity >= 2 ? Confidence.PROVEN : Confidence.LIKELY;
    // A sender that is tied to the file used its number, whatever that turned out to be.
    Confidence byNumber =
        affinity >= TIED && number == Confidence.POSSIBLE ? Confidence.LIKELY : number;
    return byFile.and(byNumber).and(byTie);
  }
}
