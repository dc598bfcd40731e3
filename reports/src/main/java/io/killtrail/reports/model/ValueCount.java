package io.killtrail.reports.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How often a value occurs.
 *
 * @param value as the evidence has it, so escape it before showing
 */
public record ValueCount(String value, long count) {
  private static final Comparator<ValueCount> MOST_FIRST =
      Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value);

  public ValueCount {
    Objects.requireNonNull(value);
  }

  /** The most frequent ones, at most {@code limit}; of equally many by value. */
  public static List<ValueCount> most(Map<String, Long> counts, int limit) {
    return all(counts).stream().sorted(MOST_FIRST).limit(limit).toList();
  }

  /** All of them, in the order of the map. */
  public static List<ValueCount> all(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(each -> new ValueCount(each.getKey(), each.getValue()))
        .toList();
  }
}
