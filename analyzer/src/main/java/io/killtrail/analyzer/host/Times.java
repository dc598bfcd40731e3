package io.killtrail.analyzer.host;

import java.util.Arrays;

/** A growing list of times in microseconds since 1970, no two in one second next to each other. */
final class Times {
  private static final long SECOND = 1_000_000;

  private long[] micros = new long[256];
  private int size;

  void add(long time) {
    if (size > 0 && Math.floorDiv(micros[size - 1], SECOND) == Math.floorDiv(time, SECOND)) {
      return;
    }
    if (size == micros.length) {
      micros = Arrays.copyOf(micros, size * 2);
    }
    micros[size++] = time;
  }

  long[] toArray() {
    return Arrays.copyOf(micros, size);
  }
}
