package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.coverage.Serials.Hole;
import io.killtrail.ingest.fact.SerialsSeen.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs of several inputs, put together. */
final class RunUnion {
  private final List<Run> runs = new ArrayList<>();

  RunUnion(List<Run> parts) {
    parts.stream()
        .sorted(Comparator.comparingLong(Run::first).thenComparingLong(Run::last))
        .forEach(this::add);
  }

  private void add(Run next) {
    if (runs.isEmpty() || next.first() > runs.getLast().last() + 1) {
      runs.add(next);
    } else {
      runs.add(joined(runs.removeLast(), next));
    }
  }

  /** Where both have holes at unknown places, those that both have are taken as the same. */
  private static Run joined(Run one, Run other) {
    boolean longer = other.last() > one.last();
    long last = Math.max(one.last(), other.last());
    long span = last - one.first() + 1;
    long common = Math.min(one.last(), other.last()) - other.first() + 1;
    long known = Math.min(common, Math.min(one.seen(), other.seen()));
    long seen =
        one.whole() && other.whole() ? span : Math.min(span, one.seen() + other.seen() - known);
    return new Run(one.first(), last, seen, one.from(), longer ? other.to() : one.to());
  }

  List<Run> runs() {
    return runs;
  }

  long first() {
    return runs.getFirst().first();
  }

  long last() {
    return runs.getLast().last();
  }

  long seen() {
    return runs.stream().mapToLong(Run::seen).sum();
  }

  /** How much of the whole span was seen, 0 to 1. */
  double share() {
    return runs.isEmpty() ? 0 : seen() / (double) (last() - first() + 1);
  }

  /**
   * The middle one of the lengths of its runs; one with holes at unknown places counts as short.
   */
  long medianRun() {
    long[] lengths =
        runs.stream().mapToLong(run -> run.whole() ? run.span() : 1).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
  }

  /** What is missing between the runs, and inside those that are not whole. */
  List<Hole> holes() {
    List<Hole> holes = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      if (!run.whole()) {
        holes.add(new Hole(run.first(), run.last(), run.span() - run.seen(), run.from(), run.to()));
      }
      if (i + 1 < runs.size()) {
        Run next = runs.get(i + 1);
        long first = run.last() + 1;
        long last = next.first() - 1;
        holes.add(new Hole(first, last, last - first + 1, run.to(), next.from()));
      }
    }
    return holes;
  }

  /** Whether records lie both before and after this span of time. */
  boolean spans(Instant from, Instant to) {
    boolean before = runs.stream().anyMatch(run -> !run.from().isAfter(from));
    boolean after = runs.stream().anyMatch(run -> !run.to().isBefore(to));
    return before && after;
  }
}
