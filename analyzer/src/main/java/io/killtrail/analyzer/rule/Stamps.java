package io.killtrail.analyzer.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Seconds in which something was heard. */
final class Stamps {
  private final NavigableSet<Long> seconds = new TreeSet<>();

  void add(Instant time) {
    seconds.add(time.getEpochSecond());
  }

  /** Whether something was heard both shortly before and shortly after. */
  boolean near(Instant time, Duration around) {
    Long before = seconds.floor(time.getEpochSecond());
    Long after = seconds.ceiling(time.getEpochSecond());
    return before != null
        && after != null
        && time.getEpochSecond() - before <= around.toSeconds()
        && after - time.getEpochSecond() <= around.toSeconds();
  }
}
