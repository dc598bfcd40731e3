package io.killtrail.ingest.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Finds what a name stands for by its bytes, without making a string of it. */
final class ByteNames<T> {
  private static final int SPARSE = 4;

  private final byte[][] names;
  private final List<T> values;
  private final int mask;
  private final T unknown;

  /** {@code unknown} stands for all names that the map lacks. */
  ByteNames(Map<String, T> byName, T unknown) {
    int size = Integer.highestOneBit(byName.size() * SPARSE) << 1;
    this.names = new byte[size][];
    this.values = new ArrayList<>(Collections.nCopies(size, unknown));
    this.mask = size - 1;
    this.unknown = unknown;
    byName.forEach(this::put);
  }

  /** The hash of no bytes, to be continued with {@link #hash(int, byte)}. */
  static int hash() {
    return 0;
  }

  static int hash(int before, byte next) {
    return before * 31 + next;
  }

  static int hash(byte[] bytes, int start, int end) {
    int hash = hash();
    for (int i = start; i < end; i++) {
      hash = hash(hash, bytes[i]);
    }
    return hash;
  }

  T find(byte[] bytes, int start, int end) {
    return find(bytes, start, end, hash(bytes, start, end));
  }

  /** As above, with the hash of these bytes. */
  T find(byte[] bytes, int start, int end, int hash) {
    for (int slot = slot(hash); names[slot] != null; slot = (slot + 1) & mask) {
      byte[] name = names[slot];
      if (Arrays.equals(name, 0, name.length, bytes, start, end)) {
        return values.get(slot);
      }
    }
    return unknown;
  }

  private void put(String name, T value) {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    int slot = slot(hash(bytes, 0, bytes.length));
    while (names[slot] != null) {
      slot = (slot + 1) & mask;
    }
    names[slot] = bytes;
    values.set(slot, value);
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & mask;
  }
}
