package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
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

  /** The stretches in which everything is near. */
  List<Span> spans(Duration around) {
    List<Span> spans = new ArrayList<>();
    for (long second : seconds) {
      Instant time = Instant.ofEpochSecond(second);
      Optional<Span> before = spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast());
      if (before.filter(last -> !last.to().plus(around).isBefore(time)).isPresent()) {
        spans.set(spans.size() - 1, new Span(before.get().from(), time));
      } else {
        spans.add(new Span(time, time));
      }
    }
    return spans;
  }
}
