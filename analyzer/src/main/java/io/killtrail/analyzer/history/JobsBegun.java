package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** When the service manager began which units' start and stop jobs. */
final class JobsBegun {
  private final NavigableMap<Instant, Set<String>> units = new TreeMap<>();

  JobsBegun(List<UnitChanged> changes) {
    for (UnitChanged line : changes) {
      switch (line.change()) {
        case UnitChanged.Starting none -> add(line);
        case UnitChanged.Stopping none -> add(line);
        case UnitChanged.Change other -> {}
      }
    }
  }

  private void add(UnitChanged line) {
    line.unit()
        .ifPresent(
            unit ->
                units
                    .computeIfAbsent(line.provenance().time(), none -> new LinkedHashSet<>())
                    .add(unit));
  }

  /** Those about that time. */
  Set<String> about(Instant time, Duration within) {
    Set<String> begun = new LinkedHashSet<>();
    units.subMap(time.minus(within), true, time.plus(within), true).values().forEach(begun::addAll);
    return begun;
  }
}
