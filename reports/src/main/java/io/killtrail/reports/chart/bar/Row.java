package io.killtrail.reports.chart.bar;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bar: its name and how many of each kind. */
record Row(String name, SortedMap<Kind, Long> counts) {
  Row {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
