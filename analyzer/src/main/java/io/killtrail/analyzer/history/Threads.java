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

  /** Start times are this coarse. */
  private static final Duration COARSE = Duration.ofMillis(1500);

  private final Boots boots;
  private final Map<Integer, List<ThreadLife>> byTid = new HashMap<>();
  private final Map<Integer, List<ThreadLife>> byTgid = new HashMap<>();

  Threads(List<ThreadSeen> sightings, Boots boots) {
    this.boots = boots;
    for (ThreadSeen seen : sightings) {
      ThreadLife thread =
          new ThreadLife(
              seen.tid(),
              seen.tgid(),
              seen.comm(),
              seen.started(),
              seen.provenance().time(),
              seen.provenance().id());
      byTid.computeIfAbsent(seen.tid(), none -> new ArrayList<>()).add(thread);
      byTgid.computeIfAbsent(seen.tgid(), none -> new ArrayList<>()).add(thread);
    }
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
    boolean near =
        Duration.between(thread.seen(), time).abs().compareTo(REACH) <= 0
            || seenOnBothSides(thread, time);
    boolean younger =
        thread.started().filter(start -> start.isAfter(time.plus(COARSE))).isPresent();
    return near && !younger && boots.at(thread.seen()).number() == boots.at(time).number();
  }

  /** Of one thread a series of snapshots tells the first sighting and the last. */
  private boolean seenOnBothSides(ThreadLife thread, Instant time) {
    boolean before = thread.seen().isBefore(time);
    return thread.started().isPresent()
        && byTid.get(thread.tid()).stream()
            .filter(other -> other.seen().isBefore(time) != before)
            .anyMatch(other -> same(thread, other));
  }

  private static boolean same(ThreadLife one, ThreadLife other) {
    return one.tgid() == other.tgid()
        && other.started().isPresent()
        && Duration.between(one.started().get(), other.started().get()).abs().compareTo(COARSE)
            <= 0;
  }
}
