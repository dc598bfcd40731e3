package io.killtrail.analyzer.history;

import io.killtrail.analyzer.cases.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * From when to when each thread was seen. Sightings are of one thread when number, process, boot
 * and start are the same; a series of snapshots tells of one thread as often as it was taken.
 */
final class ThreadSpans {
  /** Start times are this coarse. */
  static final Duration COARSE = Duration.ofMillis(1500);

  /** What a thread shares with those that had its number in its process before and after. */
  private record Place(int tid, int tgid, int boot) {}

  /** The spans by the earliest start that was told of each thread. */
  private final Map<Place, NavigableMap<Instant, Span>> spans = new HashMap<>();

  ThreadSpans(Iterable<ThreadLife> sightings, Boots boots) {
    for (ThreadLife thread : sightings) {
      thread
          .started()
          .ifPresent(
              start ->
                  spans
                      .computeIfAbsent(place(thread, boots), none -> new TreeMap<>())
                      .merge(start, new Span(thread.seen(), thread.seen()), Span::and));
    }
    spans.replaceAll((place, byStart) -> joined(byStart));
  }

  private static Place place(ThreadLife thread, Boots boots) {
    return new Place(thread.tid(), thread.tgid(), boots.at(thread.seen()).number());
  }

  private static NavigableMap<Instant, Span> joined(NavigableMap<Instant, Span> byStart) {
    NavigableMap<Instant, Span> joined = new TreeMap<>();
    Instant before = Instant.MIN;
    for (Entry<Instant, Span> next : byStart.entrySet()) {
      boolean same = !joined.isEmpty() && !next.getKey().isAfter(before.plus(COARSE));
      joined.merge(same ? joined.lastKey() : next.getKey(), next.getValue(), Span::and);
      before = next.getKey();
    }
    return joined;
  }

  /** Whether this thread was seen both before this time and then or later. */
  boolean onBothSides(ThreadLife thread, Instant time, Boots boots) {
    return thread
        .started()
        .map(start -> spans.get(place(thread, boots)).floorEntry(start).getValue())
        .filter(span -> span.from().isBefore(time) && !span.to().isBefore(time))
        .isPresent();
  }
}
