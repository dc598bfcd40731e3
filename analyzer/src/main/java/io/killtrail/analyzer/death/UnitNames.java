package io.killtrail.analyzer.death;

import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which unit a line is about that gives its Description= only, as systemd did up to v248: the unit
 * that another line gives the same description, or whose name reads the same, or the only one that
 * was spoken of between the begin and the end of the job.
 */
final class UnitNames {
  private final List<UnitChanged> changes;
  private final Map<String, String> byDescription = new HashMap<>();
  private final Map<String, String> byPlainName = new HashMap<>();

  UnitNames(List<UnitChanged> changes) {
    this.changes = changes;
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

  private void learnFromJobs() {
    Map<String, Instant> begun = new HashMap<>();
    for (UnitChanged change : changes) {
      if (change.unit().isPresent() || change.description().isEmpty()) {
        continue;
      }
      String text = change.description().get();
      Instant time = change.provenance().time();
      switch (change.change()) {
        case UnitChanged.Stopping none -> begun.put(text, time);
        case UnitChanged.Stopped none ->
            Optional.ofNullable(begun.remove(text)).ifPresent(from -> learn(text, from, time));
        case UnitChanged.Change other -> {}
      }
    }
  }

  private void learn(String description, Instant from, Instant to) {
    if (byDescription.containsKey(description) || byPlainName.containsKey(plain(description))) {
      return;
    }
    List<String> spokenOf =
        changes.stream()
            .filter(change -> !change.provenance().time().isBefore(from))
            .filter(change -> !change.provenance().time().isAfter(to))
            .flatMap(change -> change.unit().stream())
            .distinct()
            .toList();
    if (spokenOf.size() == 1) {
      byDescription.put(description, spokenOf.getFirst());
    }
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
