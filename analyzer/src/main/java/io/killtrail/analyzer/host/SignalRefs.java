package io.killtrail.analyzer.host;

import java.util.Arrays;

/** Times and addresses of signals, twelve bytes each. */
final class SignalRefs {
  private long[] micros = new long[1024];
  private int[] addresses = new int[1024];
  private int size;

  void add(long time, int address) {
    if (size == micros.length) {
      micros = Arrays.copyOf(micros, size * 2);
      addresses = Arrays.copyOf(addresses, size * 2);
    }
    micros[size] = time;
    addresses[size++] = address;
  }

  /** Puts them in order of time, then address. */
  void sort() {
    boolean sorted = true;
    for (int i = 1; i < size && sorted; i++) {
      sorted = micros[i - 1] <= micros[i];
    }
    if (!sorted) {
      new ParallelSort(micros, addresses).sort(size);
    }
  }

  int size() {
    return size;
  }

  long time(int index) {
    return micros[index];
  }

  int address(int index) {
    return addresses[index];
  }

  long[] micros() {
    return Arrays.copyOf(micros, size);
  }

  /** The first index whose time is not before this one. */
  int ceiling(long time) {
    int found = Arrays.binarySearch(micros, 0, size, time);
    int index = found < 0 ? -found - 1 : found;
    while (index > 0 && micros[index - 1] == time) {
      index--;
    }
    return index;
  }
}
