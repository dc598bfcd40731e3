package io.killtrail.reports.openmetrics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts by labels, bounded: the greatest are kept, the others are one count whose labels are
 * {@code other}. A log must not be able to make series without end.
 */
final class BoundedCounts {
  static final int MOST = 500;

  static final String OTHER = "other";

  private final List<String> labels;
  private final Map<List<String>, Long> counts = inOrder();

  /** Counts by these labels. */
  BoundedCounts(String... labels) {
    this.labels = List.of(labels);
  }

  private static Map<List<String>, Long> inOrder() {
    return new TreeMap<>(Comparator.comparing((List<String> values) -> String.join("\0", values)));
  }

  /** Counts so many of the values, which stand in the order of the labels. */
  BoundedCounts add(long count, String... values) {
    counts.merge(Stream.of(values).map(MetricLine::shown).toList(), count, Long::sum);
    return this;
  }

  /** In order of the values. */
  List<MetricLine> lines() {
    Set<List<String>> kept = new HashSet<>(greatest());
    List<String> others = labels.stream().map(label -> OTHER).toList();
    Map<List<String>, Long> bounded = inOrder();
    counts.forEach(
        (values, count) ->
            bounded.merge(kept.contains(values) ? values : others, count, Long::sum));
    return bounded.entrySet().stream()
        .map(entry -> new MetricLine(labels, entry.getKey(), entry.getValue().toString()))
        .toList();
  }

  /** A stable sort: of equal counts the first by their values. */
  private List<List<String>> greatest() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<List<String>, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
