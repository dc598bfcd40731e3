package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.PidFileSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A PID file of which no snapshot shows what it held: its use is concluded from how the sender
 * behaved, and its path from the sender's command line or a watch record.
 */
final class UnseenPidFile {
  /** A daemon looks for its earlier instance within this time of its own start. */
  private static final Duration STARTING = Duration.ofSeconds(30);

  /** A PID file is read just before its number is used. */
  private static final Duration USED = Duration.ofSeconds(30);

  private UnseenPidFile() {}

  /** The stale file that the sender likely used. */
  static Optional<PidFile> stale(Situation situation) {
    Delivery deciding = situation.deciding().orElseThrow();
    if (byHand(deciding.signal().sender()) || !behavesLikeAUser(situation)) {
      return Optional.empty();
    }
    Addressing addressing = Addressing.of(deciding, situation.history());
    Optional<NamedPidFile> named = NamedPidFile.of(deciding, situation.history());
    return switch (addressing.target().addressed()) {
      case THREAD ->
          Optional.of(deciding)
              .filter(delivery -> delivery.signal().addressed() instanceof Addressed.Task)
              .filter(delivery -> addressing.confidence() != Confidence.POSSIBLE)
              .map(delivery -> ofThread(named, addressing));
      case PROCESS ->
          named
              .filter(file -> file.whose() == Whose.SENDER && isForeign(deciding, situation))
              .map(file -> file.asPidFile(PidFile.Matched.PROCESS));
      case GROUP, OWN_GROUP, BROADCAST, PIDFD, NAMESPACE -> Optional.empty();
    };
  }

  private static PidFile ofThread(Optional<NamedPidFile> named, Addressing addressing) {
    return named
        .map(file -> file.asPidFile(PidFile.Matched.THREAD))
        .orElseGet(
            () ->
                new PidFile(
                    Optional.empty(),
                    addressing.target().number(),
                    Optional.empty(),
                    Optional.empty(),
                    PidFile.Matched.THREAD,
                    Optional.empty()));
  }

  /** A person's shell, or a tool that gets its numbers anywhere. */
  private static boolean byHand(Actor sender) {
    return Senders.isKillTool(sender) || Senders.isPlainShell(sender) || sender.tty().isPresent();
  }

  /** Whether the sender behaved as those do who act on PID files. */
  static boolean behavesLikeAUser(Situation situation) {
    Delivery deciding = situation.deciding().orElseThrow();
    Actor sender = deciding.signal().sender();
    return situation.signals().probeBefore(deciding).isPresent()
        || Senders.isPidFileTool(sender)
        || Senders.isScript(sender)
        || read(deciding, situation.history()).isPresent()
        || hasJustStarted(deciding);
  }

  /** The sender's own read of a PID file just before, by a watch record. */
  static Optional<PidFileSeen> read(Delivery deciding, HostHistory history) {
    Instant time = deciding.time();
    return history.pidFileAccesses(deciding.senderPid().orElse(-1)).stream()
        .filter(access -> access.by() == PidFileSeen.By.READ)
        .filter(access -> !access.provenance().time().isAfter(time))
        .filter(access -> access.provenance().time().isAfter(time.minus(USED)))
        .filter(access -> !heldAnother(access.path(), deciding, history))
        .reduce((first, last) -> last);
  }

  /** Whether the file was seen to hold another number then. */
  static boolean heldAnother(String path, Delivery deciding, HostHistory history) {
    return deciding.signal().addressed() instanceof Addressed.Task task
        && history
            .pidFileAt(path, deciding.time())
            .filter(file -> file.number() != task.number())
            .isPresent();
  }

  /** A daemon: it belongs to the service manager, or to a daemon that launched it. */
  private static boolean hasJustStarted(Delivery deciding) {
    Instant time = deciding.time();
    int parent = deciding.signal().sender().ppid().orElse(-1);
    return (parent == 1 || parent == deciding.victimPid())
        && deciding
            .sender()
            .flatMap(Life::begun)
            .filter(start -> !start.isAfter(time) && start.isAfter(time.minus(STARTING)))
            .isPresent();
  }

  /** Neither its own child, whom it needs no file to find, nor of its own unit. */
  private static boolean isForeign(Delivery deciding, Situation situation) {
    Instant time = deciding.time();
    int sender = deciding.senderPid().orElse(-1);
    boolean child =
        deciding
            .victim()
            .map(life -> Senders.ancestors(life, time, situation.history()))
            .map(above -> above.stream().anyMatch(life -> life.pid() == sender))
            .orElse(false);
    boolean direct =
        deciding.victim().map(life -> life.ppid(time).orElse(-1) == sender).orElse(false);
    Optional<String> unit = deciding.sender().flatMap(life -> life.unit(time));
    boolean sameUnit =
        unit.isPresent() && unit.equals(deciding.victim().flatMap(life -> life.unit(time)));
    return !child && !direct && !sameUnit;
  }
}
