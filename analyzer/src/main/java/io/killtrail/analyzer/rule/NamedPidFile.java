package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Addressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringTokenizer;

/**
 * A PID file that no snapshot shows but the sender's command line names, such as {@code --pidfile
 * /run/x.pid} or {@code kill $(cat /run/x.pid)}. Whose file it is, its name tells: that of the
 * victim, or that of the sender, whose own earlier instance the victim then can't have been.
 *
 * @param path as the command line has it
 * @param number the number that was addressed
 * @param whose whom the file's name names
 */
record NamedPidFile(String path, int number, Whose whose) {

  /** Whom a PID file is for, told by its name. */
  enum Whose {
    VICTIM,
    SENDER,
    UNCLEAR
  }

  /** Shorter names are in too many paths. */
  private static final int TELLING = 3;

  static Optional<NamedPidFile> of(Delivery delivery) {
    if (!(delivery.signal().addressed() instanceof Addressed.Task task)) {
      return Optional.empty();
    }
    return path(command(delivery))
        .map(path -> new NamedPidFile(path, task.number(), whose(path, delivery)));
  }

  private static String command(Delivery delivery) {
    return delivery
        .sender()
        .flatMap(life -> life.command(delivery.time()))
        .or(() -> delivery.signal().sender().command())
        .orElse("");
  }

  /** The first absolute path in the command line that ends as PID files do. */
  private static Optional<String> path(String command) {
    StringTokenizer words = new StringTokenizer(command, " \t\n\"'`()<>;|&=,");
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (word.startsWith("/") && word.endsWith(".pid")) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static Whose whose(String path, Delivery delivery) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (anyIn(lower, victimNames(delivery))) {
      return Whose.VICTIM;
    }
    return anyIn(lower, senderNames(delivery)) ? Whose.SENDER : Whose.UNCLEAR;
  }

  private static boolean anyIn(String path, List<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.length() >= TELLING && path.contains(name));
  }

  private static List<String> victimNames(Delivery delivery) {
    List<String> names = new ArrayList<>();
    delivery.target().ocomm().ifPresent(names::add);
    delivery.run().map(UnitRun::unit).map(NamedPidFile::stem).ifPresent(names::add);
    delivery.victim().ifPresent(life -> addNames(life, delivery, names));
    return names;
  }

  private static List<String> senderNames(Delivery delivery) {
    List<String> names = new ArrayList<>();
    delivery.signal().sender().comm().ifPresent(names::add);
    delivery.sender().ifPresent(life -> addNames(life, delivery, names));
    return names;
  }

  private static void addNames(Life life, Delivery delivery, List<String> names) {
    life.comm(delivery.time()).ifPresent(names::add);
    life.exe(delivery.time()).map(Senders::base).ifPresent(names::add);
    life.unit(delivery.time()).map(NamedPidFile::stem).ifPresent(names::add);
  }

  private static String stem(String unit) {
    int dot = unit.lastIndexOf('.');
    return dot < 0 ? unit : unit.substring(0, dot);
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
