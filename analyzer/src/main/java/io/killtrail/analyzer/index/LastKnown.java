package io.killtrail.analyzer.index;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which of the facts before a moment must stay, since verdicts about what comes after rest on them:
 * of every process and thread id, PID file and running unit the newest of each kind; of an id that
 * a PID file names all that was seen of it; boots, settings and serials, which are few.
 *
 * <p>Holds an entry for each id, path and unit, not for each fact.
 */
final class LastKnown {
  private final Instant cut;
  private final HostNames hosts;
  private final Map<List<Object>, Newest> newest = new HashMap<>();
  private final Map<List<Object>, Instant> unitEnds = new HashMap<>();
  private final Set<List<Object>> namedLater = new HashSet<>();
  private final Set<List<Object>> named = new HashSet<>();

  private record Newest(Instant time, FactId id, OptionalInt number) {
    Newest or(Newest other) {
      int order = time.compareTo(other.time);
      return order > 0 || (order == 0 && id.compareTo(other.id) >= 0) ? this : other;
    }
  }

  LastKnown(Instant cut, HostNames hosts) {
    this.cut = cut;
    this.hosts = hosts;
  }

  /** All facts but signals must have been learnt before the first is asked for. */
  void learn(Fact fact) {
    Object host = hosts.hostOf(fact);
    if (!old(fact)) {
      if (fact instanceof PidFileSeen file && file.number().isPresent()) {
        namedLater.add(List.of(host, file.number().getAsInt()));
      }
      return;
    }
    key(fact, host)
        .ifPresent(
            key -> {
              Newest seen = seen(fact);
              newest.merge(key, seen, Newest::or);
              if (seen.number().isPresent()) {
                newest.merge(numbered(key), seen, Newest::or);
              }
            });
    ended(fact, host)
        .ifPresent(
            unit ->
                unitEnds.merge(
                    unit,
                    fact.provenance().time(),
                    (one, other) -> one.isAfter(other) ? one : other));
  }

  private static Newest seen(Fact fact) {
    Provenance provenance = fact.provenance();
    OptionalInt number = fact instanceof PidFileSeen file ? file.number() : OptionalInt.empty();
    return new Newest(provenance.time(), provenance.id(), number);
  }

  private static List<Object> numbered(List<Object> key) {
    return List.of("numbered", key);
  }

  /** Nothing more will be learnt. */
  void learnt() {
    named.addAll(namedLater);
    newest.forEach(
        (key, seen) -> seen.number().ifPresent(number -> named.add(List.of(host(key), number))));
  }

  private static Object host(List<Object> key) {
    return key.getFirst().equals("numbered") ? ((List<?>) key.get(1)).getFirst() : key.getFirst();
  }

  boolean old(Fact fact) {
    return fact.provenance().time().isBefore(cut);
  }

  boolean keeps(Fact fact) {
    if (!old(fact)) {
      return true;
    }
    Object host = hosts.hostOf(fact);
    return switch (fact) {
      case SignalSent signal -> false;
      case ProcessExited exit -> false;
      case EvidenceGap gap -> gap.to().filter(to -> !to.isBefore(cut)).isPresent();
      case ProcessSeen seen -> named.contains(List.of(host, seen.pid())) || isNewest(seen, host);
      case ThreadSeen seen -> named.contains(List.of(host, seen.tid())) || isNewest(seen, host);
      case PidFileSeen seen -> isNewest(seen, host);
      case UnitChanged change -> isNewest(change, host) && runs(change, host);
      case BootSeen boot -> true;
      case SerialsSeen serials -> true;
      case Configured set -> true;
    };
  }

  private boolean isNewest(Fact fact, Object host) {
    return key(fact, host)
        .filter(key -> isNewest(fact, key) || isNewest(fact, numbered(key)))
        .isPresent();
  }

  private boolean isNewest(Fact fact, List<Object> key) {
    return newest.containsKey(key) && newest.get(key).id().equals(fact.provenance().id());
  }

  private boolean runs(UnitChanged change, Object host) {
    Instant end = unitEnds.getOrDefault(unit(change.unit(), host), Instant.MIN);
    return !change.provenance().time().isBefore(end);
  }

  /** Of what only one must stay; empty for facts of which all or none must. */
  private static Optional<List<Object>> key(Fact fact, Object host) {
    return switch (fact) {
      case ProcessSeen seen -> Optional.of(List.of(host, seen.pid(), seen.by()));
      case ThreadSeen seen -> Optional.of(List.of(host, seen.tid(), "thread"));
      case PidFileSeen seen -> Optional.of(List.of(host, seen.path(), seen.by()));
      case UnitChanged change ->
          starts(change.change())
              ? Optional.of(
                  List.of(host, change.unit(), change.witness(), change.change().getClass()))
              : Optional.empty();
      case Fact other -> Optional.empty();
    };
  }

  private static boolean starts(UnitChanged.Change change) {
    return switch (change) {
      case UnitChanged.Starting none -> true;
      case UnitChanged.Started none -> true;
      case UnitChanged.MainProcess none -> true;
      case UnitChanged.Change other -> false;
    };
  }

  /** The unit whose run is over with this fact. */
  private static Optional<List<Object>> ended(Fact fact, Object host) {
    return switch (fact) {
      case ProcessExited exit -> exit.unit().map(unit -> unit(Optional.of(unit), host));
      case UnitChanged change ->
          switch (change.change()) {
            case UnitChanged.Stopping none -> Optional.of(unit(change.unit(), host));
            case UnitChanged.Stopped none -> Optional.of(unit(change.unit(), host));
            case UnitChanged.Deactivated none -> Optional.of(unit(change.unit(), host));
            case UnitChanged.Failed none -> Optional.of(unit(change.unit(), host));
            case UnitChanged.Change other -> Optional.empty();
          };
      case Fact other -> Optional.empty();
    };
  }

  private static List<Object> unit(Optional<String> unit, Object host) {
    return List.of(host, unit);
  }
}
