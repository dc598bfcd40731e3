package io.killtrail.analyzer.history;

import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The boots of one host, from every sign of them. */
final class Boots {
  /** A boot's own signs without an id come at most this long after its start. */
  private static final Duration COMING_UP = Duration.ofMinutes(10);

  /** An orderly end takes at most this long from its first stopped target. */
  private static final Duration GOING_DOWN = Duration.ofMinutes(10);

  private static final Set<String> FIRST_TO_GO = Set.of("graphical.target", "multi-user.target");

  private final List<Boot> boots;
  private final NavigableMap<Instant, Boot> byStart = new TreeMap<>();

  private Boots(List<Boot> boots) {
    this.boots = boots;
    boots.forEach(boot -> byStart.put(boot.start(), boot));
  }

  static Boots of(HostFacts facts) {
    NavigableMap<Instant, Optional<String>> starts = new TreeMap<>();
    knownStarts(facts.boots()).forEach((id, start) -> starts.put(start, Optional.of(id)));
    for (BootSeen seen : facts.boots()) {
      if (beginsBoot(seen)) {
        anonymous(seen.provenance().time(), starts)
            .ifPresent(start -> starts.put(start, Optional.empty()));
      }
    }
    List<Boot> boots = new ArrayList<>();
    boots.add(new Boot(0, Optional.empty(), Instant.MIN, Optional.empty()));
    starts.forEach((start, id) -> boots.add(new Boot(boots.size(), id, start, Optional.empty())));
    return new Boots(withShutdowns(boots, facts));
  }

  private static boolean beginsBoot(BootSeen seen) {
    return switch (seen.sign()) {
      case SERIAL_RESET, SYSTEM_BOOT -> true;
      case JOURNAL_FIRST,
          JOURNAL_LAST,
          SNAPSHOT,
          SYSTEM_SHUTDOWN,
          AUDITD_START,
          AUDITD_END,
          SHUTDOWN_BEGUN ->
          false;
    };
  }

  /** The earliest start that any evidence gives for each boot id. */
  private static Map<String, Instant> knownStarts(List<BootSeen> seen) {
    Map<String, Instant> starts = new TreeMap<>();
    for (BootSeen sign : seen) {
      sign.provenance()
          .bootId()
          .ifPresent(
              id ->
                  starts.merge(
                      id,
                      sign.started().orElse(sign.provenance().time()),
                      (a, b) -> a.isBefore(b) ? a : b));
    }
    return starts;
  }

  /** A sign that no known boot explains is a boot of its own. */
  private static Optional<Instant> anonymous(
      Instant sign, NavigableMap<Instant, Optional<String>> starts) {
    Instant before = starts.floorKey(sign);
    boolean explained = before != null && Duration.between(before, sign).compareTo(COMING_UP) <= 0;
    return explained ? Optional.empty() : Optional.of(sign);
  }

  private static List<Boot> withShutdowns(List<Boot> boots, HostFacts facts) {
    List<Boot> finished = new ArrayList<>();
    for (int i = 0; i < boots.size(); i++) {
      Boot boot = boots.get(i);
      Instant end = i + 1 < boots.size() ? boots.get(i + 1).start() : Instant.MAX;
      finished.add(
          new Boot(boot.number(), boot.id(), boot.start(), shutdown(boot.start(), end, facts)));
    }
    return finished;
  }

  private static Optional<Instant> shutdown(Instant start, Instant end, HostFacts facts) {
    Optional<Instant> sure =
        facts.boots().stream()
            .filter(
                seen ->
                    seen.sign() == BootSeen.Sign.SHUTDOWN_BEGUN
                        || seen.sign() == BootSeen.Sign.SYSTEM_SHUTDOWN)
            .map(seen -> seen.provenance().time())
            .filter(time -> !time.isBefore(start) && time.isBefore(end))
            .min(Comparator.naturalOrder());
    return sure.map(known -> firstStopped(known, start, facts).orElse(known));
  }

  /** The targets that users log in to are stopped first, before anything says why. */
  private static Optional<Instant> firstStopped(Instant sure, Instant start, HostFacts facts) {
    Instant earliest = sure.minus(GOING_DOWN).isBefore(start) ? start : sure.minus(GOING_DOWN);
    return facts.units().stream()
        .filter(change -> change.unit().filter(FIRST_TO_GO::contains).isPresent())
        .filter(change -> change.witness() == UnitChanged.Witness.SYSTEM_MANAGER)
        .filter(change -> change.change() instanceof UnitChanged.Stopped)
        .map(change -> change.provenance().time())
        .filter(time -> time.isAfter(earliest) && time.isBefore(sure))
        .min(Comparator.naturalOrder());
  }

  /** Before the first start nothing is known: that is a boot of its own. */
  Boot at(Instant time) {
    return byStart.floorEntry(time).getValue();
  }

  /** When the next boot began. */
  Optional<Instant> nextStart(Instant time) {
    return Optional.ofNullable(byStart.higherKey(time));
  }

  List<Boot> all() {
    return boots;
  }
}
