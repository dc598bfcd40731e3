package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.ProgramName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whom a PID file is for, told by its name: rather by the file's than by its directory's. */
enum Whose {
  VICTIM,
  SENDER,
  UNCLEAR;

  /** Shorter names are in too many paths. */
  private static final int TELLING = 3;

  /** So long a name is one also where a longer word begins with it: postgres, postgresql. */
  private static final int UNMISTAKABLE = 5;

  /** More than any name is long. */
  private static final int IN_FILE_NAME = 10_000;

  /** Directories that belong to nobody. */
  private static final Set<String> ANYBODYS =
      Set.of("var", "run", "lib", "tmp", "opt", "srv", "usr", "etc", "local", "home", "log");

  static Whose of(String path, Delivery delivery) {
    int victims = closest(path, victimNames(delivery));
    int senders = closest(path, senderNames(delivery));
    if (victims == 0 && senders == 0) {
      return UNCLEAR;
    }
    return victims >= senders ? VICTIM : SENDER;
  }

  /** Whether the path bears a name of this process; there is nobody else whose it might be. */
  static Whose of(String path, Life process, Instant time) {
    List<String> names = new ArrayList<>();
    addNames(process, time, names);
    return closest(path, names) > 0 ? VICTIM : UNCLEAR;
  }

  /** Whether it may be the sender's: its name is in the path as clearly as the victim's. */
  static boolean maybeSenders(String path, Delivery delivery) {
    int senders = closest(path, senderNames(delivery));
    return senders > 0 && senders >= closest(path, victimNames(delivery));
  }

  /** How clearly the path bears one of the names; 0 when it bears none. */
  private static int closest(String path, List<String> names) {
    String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
    int best = 0;
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (int i = 0; i < parts.length && lower.length() >= TELLING; i++) {
        boolean file = i == parts.length - 1;
        if ((file || !ANYBODYS.contains(parts[i])) && bears(parts[i], lower)) {
          best = Math.max(best, lower.length() + (file ? IN_FILE_NAME : 0));
        }
      }
    }
    return best;
  }

  /** A name in the middle of a word is another's: syslogd in rsyslogd. */
  private static boolean bears(String part, String name) {
    for (int at = part.indexOf(name); at >= 0; at = part.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(part.charAt(at - 1));
      boolean ends = end == part.length() || !Character.isLetter(part.charAt(end));
      if (begins && (ends || name.length() >= UNMISTAKABLE)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> victimNames(Delivery delivery) {
    List<String> names = new ArrayList<>();
    delivery.target().ocomm().ifPresent(names::add);
    delivery.run().map(UnitRun::unit).ifPresent(unit -> addUnit(unit, names));
    delivery.victim().ifPresent(life -> addNames(life, delivery.time(), names));
    return names;
  }

  private static List<String> senderNames(Delivery delivery) {
    List<String> names = new ArrayList<>();
    delivery.signal().sender().comm().ifPresent(names::add);
    delivery.sender().ifPresent(life -> addNames(life, delivery.time(), names));
    return names;
  }

  private static void addNames(Life life, Instant time, List<String> names) {
    life.comm(time).ifPresent(names::add);
    life.exe(time).map(ProgramName::of).ifPresent(names::add);
    life.unit(time).ifPresent(unit -> addUnit(unit, names));
  }

  /** The unit's name and, of an instance, the template's. */
  private static void addUnit(String unit, List<String> names) {
    int dot = unit.lastIndexOf('.');
    String stem = dot < 0 ? unit : unit.substring(0, dot);
    names.add(stem);
    Optional.of(stem.indexOf('@'))
        .filter(at -> at > 0)
        .ifPresent(at -> names.add(stem.substring(0, at)));
  }
}
