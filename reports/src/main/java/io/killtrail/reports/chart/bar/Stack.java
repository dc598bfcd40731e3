package io.killtrail.reports.chart.bar;

import io.killtrail.reports.chart.draw.Hatch;
import io.killtrail.reports.text.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the kinds of several bars have in common. */
final class Stack {
  private Stack() {}

  /** The looks of all kinds that occur, by name, in order. */
  static Map<String, Hatch> looks(List<SortedMap<Kind, Long>> bars) {
    SortedSet<Kind> kinds = new TreeSet<>();
    bars.forEach(bar -> kinds.addAll(bar.keySet()));
    Map<String, Hatch> looks = new LinkedHashMap<>();
    kinds.forEach(kind -> looks.put(kind.name(), kind.look()));
    return looks;
  }

  static SortedMap<Kind, Long> sum(List<SortedMap<Kind, Long>> bars) {
    SortedMap<Kind, Long> sum = new TreeMap<>();
    bars.forEach(bar -> bar.forEach((kind, many) -> sum.merge(kind, many, Long::sum)));
    return sum;
  }

  /** Such as {@code 12 SIGTERM, 1,204 SIGHUP}. */
  static String words(SortedMap<Kind, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> Count.of(entry.getValue()) + " " + entry.getKey().name())
        .collect(Collectors.joining(", "));
  }
}
