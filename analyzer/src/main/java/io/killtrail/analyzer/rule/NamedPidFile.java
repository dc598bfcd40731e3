package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.PidFileSeen;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A PID file of which no snapshot shows what it held, but that the sender was seen to read or that
 * its command line names, such as {@code --pidfile /run/x.pid} or {@code kill $(cat /run/x.pid)}.
 * Whose file it is, its name tells: that of the victim, or that of the sender, whose own earlier
 * instance the victim then can't have been.
 *
 * @param path as the record or command line has it
 * @param number the number that was addressed
 * @param whose whom the file's name names
 */
record NamedPidFile(String path, int number, Whose whose) {
  static Optional<NamedPidFile> of(Delivery delivery, HostHistory history) {
    if (!(delivery.signal().addressed() instanceof Addressed.Task task)) {
      return Optional.empty();
    }
    return UnseenPidFile.read(delivery, history)
        .map(PidFileSeen::path)
        .or(() -> new NamedFiles(command(delivery)).pidFile())
        .filter(path -> !UnseenPidFile.heldAnother(path, delivery, history))
        .map(path -> new NamedPidFile(path, task.number(), Whose.of(path, delivery)));
  }

  private static String command(Delivery delivery) {
    return delivery
        .sender()
        .flatMap(life -> life.command(delivery.time()))
        .or(() -> delivery.signal().sender().command())
        .orElse("");
  }

  /** As part of a verdict. */
  PidFile asPidFile(PidFile.Matched matched) {
    return new PidFile(
        Optional.of(path),
        OptionalInt.of(number),
        Optional.empty(),
        Optional.empty(),
        matched,
        Optional.empty());
  }
}
