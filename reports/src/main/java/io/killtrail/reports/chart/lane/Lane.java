package io.killtrail.reports.chart.lane;

import io.killtrail.analyzer.cases.Span;
import java.time.Instant;
import java.util.List;

/** One row of the picture of coverage. */
sealed interface Lane {
  /** At the left of the row. */
  String name();

  /**
   * A source of evidence.
   *
   * @param heard when it spoke
   * @param missing when something of it got lost
   */
  record Source(String name, List<Span> heard, List<Span> missing) implements Lane {}

  /**
   * The boots of a host.
   *
   * @param ended for each whether its end was asked for
   */
  record Boots(String name, List<Span> spans, List<Boolean> ended) implements Lane {
    /** Whether one that was followed by another ended of itself. */
    boolean crashed() {
      return !ended.isEmpty() && ended.subList(0, ended.size() - 1).contains(false);
    }
  }

  /**
   * Deaths, which lie in what was watched, or do not.
   *
   * @param flagged those that a report leads with
   * @param others all others
   */
  record Deaths(String name, List<Instant> flagged, List<Instant> others) implements Lane {}
}
