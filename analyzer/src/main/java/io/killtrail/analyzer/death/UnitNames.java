package io.killtrail.analyzer.death;

import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which unit a line is about that gives its Description= only, as systemd did up to v248: the unit
 * that another line gives the same description, or whose name reads the same, or of which the line
 * before said that it ended, or the only one that was spoken of between begin and end of the stop.
 */
final class UnitNames {
  /** The lines of one event of a unit have stamps so close, to the second in text forms. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final List<UnitChanged> changes;
  private final List<UnitChanged> spoken;
  private final Map<String, String> byDescription = new HashMap<>();
  private final Map<String, String> byPlainName = new HashMap<>();

  UnitNames(List<UnitChanged> changes) {
    this.changes = changes;
    this.spoken =
        changes.stream().filter(change -> change.witness() != UnitChanged.Witness.AUDIT).toList();
    for (UnitChanged change : changes) {
      change
          .unit()
          .ifPresent(
              unit -> {
                change.description().ifPresent(text -> byDescription.putIfAbsent(text, unit));
                byPlainName.putIfAbsent(plain(base(unit)), unit);
              });
    }
    learnFromJobs();
  }

  /** A unit's name without its type. */
  static String base(String unit) {
    int dot = unit.lastIndexOf('.');
    return dot < 0 ? unit : unit.substring(0, dot);
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  /** The lines of all jobs that give a description only. */
  private void learnFromJobs() {
    Set<String> described = new HashSet<>(byDescription.values());
    Map<String, Integer> begun = new HashMap<>();
    for (int at = 0; at < spoken.size(); at++) {
      UnitChanged line = spoken.get(at);
      if (line.unit().isPresent() || line.description().isEmpty()) {
        continue;
      }
      String text = line.description().get();
      switch (line.change()) {
        case UnitChanged.Starting none -> begun.put(text, at);
        case UnitChanged.Stopping none -> begun.put(text, at);
        case UnitChanged.Started none -> {
          if (begun.remove(text) != null) {
            endedBefore(at, true).ifPresent(unit -> learn(text, unit, described));
          }
        }
        case UnitChanged.Stopped none -> {
          Optional<Integer> from = Optional.ofNullable(begun.remove(text));
          int to = at;
          endedBefore(at, false)
              .or(() -> failedAfter(to))
              .or(() -> from.flatMap(first -> onlyUnit(first, to)))
              .ifPresent(unit -> learn(text, unit, described));
        }
        case UnitChanged.Change other -> {}
      }
    }
  }

  private void learn(String description, String unit, Set<String> described) {
    boolean known =
        byDescription.containsKey(description) || byPlainName.containsKey(plain(description));
    if (!known && described.add(unit)) {
      byDescription.put(description, unit);
    }
  }

  /**
   * The unit of the line just before: the manager says that a job is done right after it has said
   * how the unit ended, be it stopped, restarted or a oneshot.
   */
  private Optional<String> endedBefore(int at, boolean starting) {
    UnitChanged before = spoken.get(Math.max(0, at - 1));
    boolean ended =
        switch (before.change()) {
          case UnitChanged.Deactivated none -> true;
          case UnitChanged.Failed none -> !starting;
          case UnitChanged.RestartScheduled none -> !starting;
          case UnitChanged.Change other -> false;
        };
    return ended && atOnce(before, spoken.get(at)) ? before.unit() : Optional.empty();
  }

  /** The unit of the line just after: up to v234 a failure is said when the job is done. */
  private Optional<String> failedAfter(int at) {
    UnitChanged after = spoken.get(Math.min(spoken.size() - 1, at + 1));
    boolean failed = after.change() instanceof UnitChanged.Failed;
    return failed && atOnce(spoken.get(at), after) ? after.unit() : Optional.empty();
  }

  private static boolean atOnce(UnitChanged line, UnitChanged next) {
    return Duration.between(line.provenance().time(), next.provenance().time()).compareTo(AT_ONCE)
        <= 0;
  }

  /** The only unit that was spoken of between these lines. */
  private Optional<String> onlyUnit(int from, int to) {
    List<String> units =
        spoken.subList(from, to).stream()
            .flatMap(change -> change.unit().stream())
            .distinct()
            .limit(2)
            .toList();
    return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
  }

  /** The unit's name, else its description; empty when the line gives neither. */
  Optional<String> unitOf(UnitChanged change) {
    return change.unit().or(() -> change.description().map(this::unitDescribed));
  }

  private String unitDescribed(String text) {
    return Stream.of(byDescription.get(text), byPlainName.get(plain(text)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(text);
  }

  /** All that the manager said, and what audit alone tells of a service. */
  List<UnitChanged> managerOrOnlyAudit() {
    Map<String, NavigableSet<Instant>> said = new HashMap<>();
    for (UnitChanged change : changes) {
      if (change.witness() != UnitChanged.Witness.AUDIT) {
        unitOf(change)
            .ifPresent(
                unit ->
                    said.computeIfAbsent(unit, none -> new TreeSet<>())
                        .add(change.provenance().time()));
      }
    }
    List<UnitChanged> kept = new ArrayList<>();
    for (UnitChanged change : changes) {
      NavigableSet<Instant> times = said.getOrDefault(unitOf(change).orElse(""), new TreeSet<>());
      if (change.witness() != UnitChanged.Witness.AUDIT
          || !near(times, change.provenance().time())) {
        kept.add(change);
      }
    }
    return kept;
  }

  private static boolean near(NavigableSet<Instant> times, Instant time) {
    return Stream.of(times.floor(time), times.ceiling(time))
        .filter(Objects::nonNull)
        .anyMatch(other -> Duration.between(other, time).abs().compareTo(Windows.SAME_EVENT) <= 0);
  }
}
