package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.SerialsSeen.Run;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The serials that were seen, as runs. Most records continue the run of the one before; those that
 * come late fill holes. When there are too many runs, each second one is joined to the one before,
 * which then knows only how many serials it has.
 */
final class SerialRuns {
  private static final int FEW = 8;
  private static final int MOST = 512;

  private long[] first = new long[FEW];
  private long[] last = new long[FEW];
  private long[] seen = new long[FEW];
  private long[] from = new long[FEW];
  private long[] to = new long[FEW];
  private int count;
  private int current;

  boolean isEmpty() {
    return count == 0;
  }

  /** Takes a record's serial and its stamp in milliseconds. */
  void add(long serial, long epochMillis) {
    if (count > 0 && serial == last[current]) {
      return; // another record of the same event
    }
    if (count > 0 && follows(serial, current)) {
      extend(epochMillis);
    } else {
      place(serial, epochMillis);
    }
  }

  /** Whether it is the next after this run, and not the first of the run after. */
  private boolean follows(long serial, int run) {
    return serial == last[run] + 1 && (run + 1 == count || serial < first[run + 1]);
  }

  private void extend(long epochMillis) {
    last[current]++;
    seen[current]++;
    to[current] = epochMillis;
    if (current + 1 < count && first[current + 1] == last[current] + 1) {
      join(current, current, current + 1);
      remove(current + 1);
    }
  }

  private void place(long serial, long epochMillis) {
    current = runAtOrBelow(serial);
    if (current >= 0 && serial <= last[current]) {
      // Where the run is whole it is one of its own; else it may be one of the missing.
      seen[current] = Math.min(seen[current] + 1, last[current] - first[current] + 1);
    } else if (current >= 0 && follows(serial, current)) {
      extend(epochMillis);
    } else if (current + 1 < count && serial == first[current + 1] - 1) {
      current++;
      first[current]--;
      seen[current]++;
      from[current] = epochMillis;
    } else {
      insert(serial, epochMillis);
    }
  }

  /** The last run that does not begin after this serial; -1 if all do. */
  private int runAtOrBelow(long serial) {
    int found = Arrays.binarySearch(first, 0, count, serial);
    return found >= 0 ? found : -found - 2;
  }

  private void insert(long serial, long epochMillis) {
    if (count == MOST) {
      thin();
      place(serial, epochMillis);
      return;
    }
    grow();
    current++;
    int behind = count - current;
    for (long[] column : List.of(first, last, seen, from, to)) {
      System.arraycopy(column, current, column, current + 1, behind);
    }
    first[current] = serial;
    last[current] = serial;
    seen[current] = 1;
    from[current] = epochMillis;
    to[current] = epochMillis;
    count++;
  }

  private void grow() {
    if (count == first.length) {
      first = Arrays.copyOf(first, count * 2);
      last = Arrays.copyOf(last, count * 2);
      seen = Arrays.copyOf(seen, count * 2);
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
  }

  private void thin() {
    int kept = 0;
    for (int i = 0; i < count; i += 2) {
      join(kept++, i, Math.min(i + 1, count - 1));
    }
    count = kept;
  }

  /** Makes one run of two neighbours, which may be the same. */
  private void join(int into, int low, int high) {
    long both = low == high ? seen[low] : seen[low] + seen[high];
    first[into] = first[low];
    from[into] = from[low];
    last[into] = last[high];
    to[into] = to[high];
    seen[into] = both;
  }

  private void remove(int run) {
    int behind = count - run - 1;
    for (long[] column : List.of(first, last, seen, from, to)) {
      System.arraycopy(column, run + 1, column, run, behind);
    }
    count--;
  }

  /** All runs; none are left. */
  List<Run> take() {
    List<Run> runs = all();
    count = 0;
    current = 0;
    return runs;
  }

  /** All runs so far. */
  List<Run> all() {
    List<Run> runs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      runs.add(
          new Run(
              first[i],
              last[i],
              seen[i],
              Instant.ofEpochMilli(from[i]),
              Instant.ofEpochMilli(to[i])));
    }
    return runs;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    out.writeInt(current);
    for (long[] column : List.of(first, last, seen, from, to)) {
      for (int i = 0; i < count; i++) {
        out.writeLong(column[i]);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readInt();
    current = in.readInt();
    int size = Math.max(count, FEW);
    first = new long[size];
    last = new long[size];
    seen = new long[size];
    from = new long[size];
    to = new long[size];
    for (long[] column : List.of(first, last, seen, from, to)) {
      for (int i = 0; i < count; i++) {
        column[i] = in.readLong();
      }
    }
  }
}
