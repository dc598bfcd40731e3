package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What was last seen of each process, as hashes, so that a sighting which says nothing new need not
 * be told. Of fixed size: processes that share a slot push each other out.
 */
final class Sightings {
  private static final int BITS = 16;
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private final long[] processes = new long[1 << BITS];
  private final long[] looks = new long[1 << BITS];

  /** Whether the process looks other than when it was last seen; notes how it looks now. */
  boolean isNews(AuditNode node, int pid, long look) {
    long process = process(node, pid);
    int slot = slot(process);
    boolean news = processes[slot] != process || looks[slot] != look;
    processes[slot] = process;
    looks[slot] = look;
    return news;
  }

  /** Something may have ended it: that it is seen again will be news. */
  void forget(AuditNode node, int pid) {
    long process = process(node, pid);
    int slot = slot(process);
    if (processes[slot] == process) {
      processes[slot] = 0;
    }
  }

  /** The pids of a new boot name other processes. */
  void clear() {
    Arrays.fill(processes, 0);
  }

  private static long process(AuditNode node, int pid) {
    return (long) node.hash() << 32 | (pid + 1L);
  }

  private static int slot(long process) {
    return (int) ((process * MIX) >>> (Long.SIZE - BITS));
  }

  void save(DataOutput out) throws IOException {
    out.writeInt((int) Arrays.stream(processes).filter(process -> process != 0).count());
    for (int slot = 0; slot < processes.length; slot++) {
      if (processes[slot] != 0) {
        out.writeLong(processes[slot]);
        out.writeLong(looks[slot]);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    clear();
    for (int left = in.readInt(); left > 0; left--) {
      long process = in.readLong();
      processes[slot(process)] = process;
      looks[slot(process)] = in.readLong();
    }
  }
}
