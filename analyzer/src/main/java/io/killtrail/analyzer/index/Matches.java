package io.killtrail.analyzer.index;

import io.killtrail.analyzer.host.ParallelSort;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the facts are that match a query: their addresses in one reader, and when they happened.
 * Twelve bytes each.
 */
public final class Matches {
  private long[] micros;
  private int[] addresses;
  private int size;

  Matches(int expected) {
    this.micros = new long[expected];
    this.addresses = new int[expected];
  }

  void add(long time, int address) {
    if (size == micros.length) {
      micros = Arrays.copyOf(micros, Math.max(16, size * 2));
      addresses = Arrays.copyOf(addresses, micros.length);
    }
    micros[size] = time;
    addresses[size++] = address;
  }

  public int size() {
    return size;
  }

  /** In microseconds since 1970. */
  public long micros(int index) {
    return micros[index];
  }

  /** Where {@link FactFinder#fact} finds it. */
  public int address(int index) {
    return addresses[index];
  }

  /** The same in order of time. */
  public Matches inOrder() {
    Matches sorted = new Matches(0);
    sorted.micros = Arrays.copyOf(micros, size);
    sorted.addresses = Arrays.copyOf(addresses, size);
    sorted.size = size;
    new ParallelSort(sorted.micros, sorted.addresses).sort(size);
    return sorted;
  }

  /** These, without those that the keeper does not want. */
  public Matches only(Keeper keeper) throws IOException {
    Matches kept = new Matches(size);
    for (int i = 0; i < size; i++) {
      if (keeper.keeps(i)) {
        kept.add(micros[i], addresses[i]);
      }
    }
    return kept;
  }

  /** Says which are wanted, by their index. */
  public interface Keeper {
    boolean keeps(int index) throws IOException;
  }
}
