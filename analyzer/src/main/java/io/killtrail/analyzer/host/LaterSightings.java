package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When each process was seen sending or receiving a signal, over all windows: tells whether
 * somebody who is presumed dead turns up again. Sixteen bytes a sighting.
 */
public final class LaterSightings {
  private long[] keys = new long[1024];
  private int[] names = new int[1024];
  private int size;

  void add(SignalSent signal) {
    Instant time = signal.provenance().time();
    OptionalInt sender = signal.sender().pid();
    if (sender.isPresent()) {
      add(sender.getAsInt(), time, signal.sender().comm());
    }
    for (SignalTarget target : signal.targets()) {
      add(target.opid(), time, target.ocomm());
    }
  }

  private void add(int pid, Instant time, Optional<String> comm) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      names = Arrays.copyOf(names, size * 2);
    }
    keys[size] = key(pid, time);
    names[size++] = comm.map(String::hashCode).orElse(0);
  }

  /** Pid above, seconds below: one number sorts by both. */
  private static long key(int pid, Instant time) {
    return ((long) pid << 40) | (time.getEpochSecond() & 0xFF_FFFF_FFFFL);
  }

  void sort() {
    new ParallelSort(keys, names).sort(size);
  }

  /**
   * When a process of this number and name was next seen after a time and before another, to the
   * second.
   */
  public Optional<Instant> next(int pid, Optional<String> comm, Instant after, Instant before) {
    int name = comm.map(String::hashCode).orElse(0);
    long end = key(pid, before);
    int found = Arrays.binarySearch(keys, 0, size, key(pid, after.plus(1, ChronoUnit.SECONDS)));
    for (int i = found < 0 ? -found - 1 : found; i < size && keys[i] < end; i++) {
      if (names[i] == name) {
        return Optional.of(Instant.ofEpochSecond(keys[i] & 0xFF_FFFF_FFFFL));
      }
    }
    return Optional.empty();
  }
}
