package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.ThreadSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whose thread a number was when, by the sightings of threads. */
final class Threads {
  /**
   * A thread seen this long before or after, but not on both sides, is taken to have been there.
   */
  private static final Duration REACH = Duration.ofMinutes(10);

  private final Boots boots;
  private final ThreadSpans spans;
  private final Map<Integer, List<ThreadLife>> byTid = new HashMap<>();
  private final Map<Integer, List<ThreadLife>> byTgid = new HashMap<>();

  Threads(List<ThreadSeen> sightings, Boots boots) {
    this.boots = boots;
    List<ThreadLife> all = new ArrayList<>();
    for (ThreadSeen seen : sightings) {
      ThreadLife thread =
          new ThreadLife(
              seen.tid(),
              seen.tgid(),
              seen.comm(),
              seen.started(),
              seen.provenance().time(),
              seen.provenance().id());
      all.add(thread);
      byTid.computeIfAbsent(seen.tid(), none -> new ArrayList<>()).add(thread);
      byTgid.computeIfAbsent(seen.tgid(), none -> new ArrayList<>()).add(thread);
    }
    this.spans = new ThreadSpans(all, boots);
  }

  /**
   * Whose thread this number was then: the sighting in the same boot that is nearest in time,
   * before rather than after. A later one counts if it says that the thread was there already.
   */
  Optional<ThreadLife> owner(int tid, Instant time) {
    Optional<ThreadLife> found = Optional.empty();
    for (ThreadLife thread : byTid.getOrDefault(tid, List.of())) {
      boolean before = !thread.seen().isAfter(time);
      boolean shown = before || thread.started().isPresent();
      if (shown && mayBeAt(thread, time) && (found.isEmpty() || before)) {
        found = Optional.of(thread);
      }
    }
    return found;
  }

  /** A sighting of this number as a thread of this process, about that time. */
  Optional<ThreadLife> of(int tid, int tgid, Instant time) {
    return byTid.getOrDefault(tid, List.of()).stream()
        .filter(thread -> thread.tgid() == tgid)
        .filter(thread -> mayBeAt(thread, time))
        .min(Comparator.comparing(thread -> Duration.between(thread.seen(), time).abs()));
  }

  /** All sightings of threads of this process about that time. */
  Stream<ThreadLife> ofProcess(int tgid, Instant time) {
    return byTgid.getOrDefault(tgid, List.of()).stream().filter(thread -> mayBeAt(thread, time));
  }

  boolean anySeen(int tid, Predicate<Instant> when) {
    return byTid.getOrDefault(tid, List.of()).stream().map(ThreadLife::seen).anyMatch(when);
  }

  /** The numbers of those that began then. */
  IntStream begun(Predicate<Optional<Instant>> then) {
    return byTid.values().stream()
        .filter(ofTid -> ofTid.stream().anyMatch(thread -> then.test(thread.started())))
        .mapToInt(ofTid -> ofTid.getFirst().tid());
  }

  private boolean mayBeAt(ThreadLife thread, Instant time) {
    return !younger(thread, time)
        && boots.at(thread.seen()).number() == boots.at(time).number()
        && (near(thread, time) || spans.onBothSides(thread, time, boots));
  }

  private static boolean younger(ThreadLife thread, Instant time) {
    return thread
        .started()
        .filter(start -> start.isAfter(time.plus(ThreadSpans.COARSE)))
        .isPresent();
  }

  private static boolean near(ThreadLife thread, Instant time) {
    return Duration.between(thread.seen(), time).abs().compareTo(REACH) <= 0;
  }
}
