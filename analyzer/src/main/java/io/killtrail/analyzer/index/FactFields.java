package io.killtrail.analyzer.index;

import io.killtrail.analyzer.index.KillIndexSchema.Kind;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What each kind of fact has in the fields that users can search: also what they can print. */
public final class FactFields {
  /** Takes values one by one; of one field there can be several. */
  interface Taker {
    void take(String field, String value);
  }

  private static final Set<String> COMMON =
      Set.of(KillIndexSchema.ID, KillIndexSchema.TIME, KillIndexSchema.KIND, KillIndexSchema.NODE);

  private static final Set<String> LISTS =
      Set.of(KillIndexSchema.VICTIM_PID, KillIndexSchema.VICTIM_COMM);

  private FactFields() {}

  /** Whether facts of all kinds have this field: id, time, kind and host. */
  public static boolean isCommon(String field) {
    return COMMON.contains(field);
  }

  /** Whether one fact can have several values in this field: a signal can reach many. */
  public static boolean isList(String field) {
    return LISTS.contains(field);
  }

  /**
   * The values by the names of {@link SearchField}s, as a query would ask for them. Host, time and
   * id are left to the fact's provenance. Values are hostile.
   */
  public static Map<String, List<String>> of(Fact fact) {
    Map<String, List<String>> values = new HashMap<>();
    of(fact, (field, value) -> values.computeIfAbsent(field, none -> new ArrayList<>()).add(value));
    return values;
  }

  static void of(Fact fact, Taker taker) {
    switch (fact) {
      case SignalSent signal -> addSignal(taker, signal);
      case ProcessExited exit -> addExit(taker, exit);
      case UnitChanged change -> addUnit(taker, change);
      case ProcessSeen seen -> {
        kind(taker, Kind.PROCESS);
        addActor(taker, KillIndexSchema.PROCESS, seen.process());
        seen.unit().ifPresent(unit -> taker.take(KillIndexSchema.UNIT, unit));
      }
      case ThreadSeen none -> {} // many to a document, and found otherwise
      case PidFileSeen seen -> {
        kind(taker, Kind.PID_FILE);
        taker.take(KillIndexSchema.PATH, seen.path());
        addNumber(taker, KillIndexSchema.NUMBER, seen.number());
      }
      case BootSeen seen -> {
        kind(taker, Kind.BOOT);
        taker.take(KillIndexSchema.SIGN, label(seen.sign()));
      }
      case EvidenceGap gap -> {
        kind(taker, Kind.GAP);
        taker.take(KillIndexSchema.PROBLEM, label(gap.problem()));
      }
      case SerialsSeen none -> kind(taker, Kind.SERIALS);
      case Configured set -> {
        kind(taker, Kind.SETTING);
        addKey(taker, set.item());
      }
    }
  }

  private static void addKey(Taker taker, Configured.Item item) {
    Optional<String> key =
        switch (item) {
          case Configured.RuleChanged rule -> rule.key();
          case Configured.RuleListed rule -> rule.key();
          case Configured.Setting none -> Optional.empty();
          case Configured.ManagerVersion none -> Optional.empty();
        };
    key.ifPresent(name -> taker.take(KillIndexSchema.KEY, name));
  }

  private static void addSignal(Taker taker, SignalSent signal) {
    kind(taker, Kind.SIGNAL);
    addNumber(taker, KillIndexSchema.SIGNAL, signal.signal());
    signal.call().ifPresent(call -> taker.take(KillIndexSchema.SYSCALL, call.syscall()));
    if (signal.errno().isPresent()) {
      taker.take(KillIndexSchema.SUCCESS, signal.succeeded() ? "yes" : "no");
    }
    addNumber(taker, KillIndexSchema.TARGET, target(signal.addressed()));
    signal.key().ifPresent(key -> taker.take(KillIndexSchema.KEY, key));
    addActor(taker, KillIndexSchema.SENDER, signal.sender());
    Set<String> pids = new LinkedHashSet<>();
    Set<String> comms = new LinkedHashSet<>();
    for (SignalTarget target : signal.targets()) {
      pids.add(Integer.toString(target.opid()));
      target.ocomm().ifPresent(comms::add);
    }
    pids.forEach(pid -> taker.take(KillIndexSchema.VICTIM_PID, pid));
    comms.forEach(comm -> taker.take(KillIndexSchema.VICTIM_COMM, comm));
  }

  private static OptionalInt target(Addressed addressed) {
    return switch (addressed) {
      case Addressed.Task task -> OptionalInt.of(task.number());
      case Addressed.ThreadOf thread -> OptionalInt.of(thread.tid());
      case Addressed.Group group -> OptionalInt.of(-group.pgid());
      case Addressed.OwnGroup none -> OptionalInt.of(0);
      case Addressed.Broadcast none -> OptionalInt.of(-1);
      case Addressed.Pidfd none -> OptionalInt.empty();
      case Addressed.Unknown none -> OptionalInt.empty();
    };
  }

  private static void addExit(Taker taker, ProcessExited exit) {
    kind(taker, Kind.EXIT);
    addNumber(taker, KillIndexSchema.VICTIM_PID, exit.pid());
    exit.comm().ifPresent(comm -> taker.take(KillIndexSchema.VICTIM_COMM, comm));
    exit.unit().ifPresent(unit -> taker.take(KillIndexSchema.UNIT, unit));
    exit.how().ifPresent(how -> taker.take(KillIndexSchema.EXIT_HOW, label(how)));
    addNumber(taker, KillIndexSchema.EXIT_STATUS, exit.status());
  }

  private static void addUnit(Taker taker, UnitChanged fact) {
    kind(taker, Kind.UNIT);
    fact.unit().ifPresent(unit -> taker.take(KillIndexSchema.UNIT, unit));
    taker.take(KillIndexSchema.CHANGE, changeLabel(fact.change().getClass()));
  }

  /** Such as {@code restart-scheduled} for {@code RestartScheduled}. */
  static String changeLabel(Class<?> change) {
    String name = change.getSimpleName();
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter) && i > 0) {
        label.append('-');
      }
      label.append(Character.toLowerCase(letter));
    }
    return label.toString();
  }

  private static void addActor(Taker taker, String prefix, Actor actor) {
    addNumber(taker, prefix + KillIndexSchema.PID, actor.pid());
    actor.comm().ifPresent(comm -> taker.take(prefix + KillIndexSchema.COMM, comm));
    actor.exe().ifPresent(exe -> taker.take(prefix + KillIndexSchema.EXE, exe));
    actor.uid().ifPresent(uid -> taker.take(prefix + KillIndexSchema.UID, uid.label()));
    taker.take(prefix + KillIndexSchema.AUID, actor.auid().map(UserId::label).orElse("unset"));
    actor.tty().ifPresent(tty -> taker.take(prefix + KillIndexSchema.TTY, tty));
    if (actor.session().isPresent()) {
      taker.take(prefix + KillIndexSchema.SESSION, Long.toString(actor.session().getAsLong()));
    }
  }

  private static void kind(Taker taker, Kind kind) {
    taker.take(KillIndexSchema.KIND, kind.label());
  }

  private static void addNumber(Taker taker, String field, OptionalInt number) {
    number.ifPresent(value -> taker.take(field, Integer.toString(value)));
  }

  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
