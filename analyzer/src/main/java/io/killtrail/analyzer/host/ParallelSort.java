package io.killtrail.analyzer.host;

/**
 * Sorts two arrays as one: by the numbers of the first, then of the second (heap sort, in place).
 */
public final class ParallelSort {
  private final long[] keys;
  private final int[] values;

  /** For these two, which are changed. */
  public ParallelSort(long[] keys, int[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** Sorts the first {@code size} of both. */
  public void sort(int size) {
    for (int root = size / 2 - 1; root >= 0; root--) {
      sift(root, size);
    }
    for (int end = size - 1; end > 0; end--) {
      swap(0, end);
      sift(0, end);
    }
  }

  private void sift(int start, int end) {
    int root = start;
    while (2 * root + 1 < end) {
      int child = 2 * root + 1;
      if (child + 1 < end && less(child, child + 1)) {
        child++;
      }
      if (!less(root, child)) {
        return;
      }
      swap(root, child);
      root = child;
    }
  }

  private boolean less(int one, int other) {
    return keys[one] < keys[other] || (keys[one] == keys[other] && values[one] < values[other]);
  }

  private void swap(int one, int other) {
    long key = keys[one];
    keys[one] = keys[other];
    keys[other] = key;
    int value = values[one];
    values[one] = values[other];
    values[other] = value;
  }
}
