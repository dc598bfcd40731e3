package io.killtrail.reports.chart.bar;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts things of several kinds under names. */
final class Tally {
  private final Map<String, SortedMap<Kind, Long>> counts = new TreeMap<>();

  void add(String name, Kind kind, long number) {
    counts.computeIfAbsent(name, none -> new TreeMap<>()).merge(kind, number, Long::sum);
  }

  /** All, the largest first. */
  List<Row> all() {
    return counts.entrySet().stream()
        .map(entry -> new Row(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Row::total).reversed().thenComparing(Row::name))
        .toList();
  }
}
