package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.PidFilePath;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.PidFileSeen;
import java.time.Duration;
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
record PidFileUse(PidFileState file, PidFile.Matched matched, Currency state, int affinity) {

  /** Ties that more than the number and a probe make. */
  private static final int TIED = 3;

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
                .thenComparing(use -> !use.stale())
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
    boolean group = delivery.signal().addressed() instanceof Addressed.Group;
    PidFile.Matched matched =
        group || file.number() == delivery.victimPid()
            ? PidFile.Matched.PROCESS
            : PidFile.Matched.THREAD;
    return new PidFileUse(
        file,
        matched,
        Currency.of(file, matched, Named.by(delivery, file.path()), history),
        affinity(file, delivery, history, signals));
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
    if (Whose.maybeSenders(file.path(), delivery)) {
      points += 2;
    }
    boolean likeAUser =
        signals.probeBefore(delivery).isPresent()
            || Senders.isPidFileTool(delivery.signal().sender());
    return likeAUser ? points + 1 : points;
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

  /**
   * Whether the sender can be taken for somebody who acts on this file. Daemons probe those whom
   * they watch, too, and then a number of theirs stands in some old file by chance.
   */
  boolean senderActsOnFiles(Actor sender) {
    boolean hand = Senders.isKillTool(sender) || Senders.isPlainShell(sender);
    boolean chance = matched == PidFile.Matched.PROCESS && !Senders.isPidFileTool(sender);
    return affinity >= (hand ? TIED : chance ? 2 : 1);
  }

  /** Whether it named its process no longer. */
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
