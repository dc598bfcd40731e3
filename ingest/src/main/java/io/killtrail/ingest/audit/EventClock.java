package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far the event time of one node has come, as a clock that never goes back. Events are aged by
 * it and not by their own stamps, so that a clock that steps, or records that come late, neither
 * close events early nor keep them open for ever.
 */
final class EventClock {
  /** A record this far behind the newest is not merely late. */
  private static final long STEP_BACK_MILLIS = 120_000;

  /** So many of them in a row, and the clock was set back. */
  private static final int STEP_BACK_RECORDS = 256;

  /** One jump ahead alone ages nothing to its end: it may be another clock's record. */
  private static final long LONGEST_TICK_MILLIS = 4_000;

  private long newest = Long.MIN_VALUE;
  private long ticks;
  private int behind;

  /** Takes a record's stamp into account. */
  void see(long epochMillis) {
    if (newest == Long.MIN_VALUE) {
      newest = epochMillis;
    } else if (epochMillis > newest) {
      ticks += Math.min(epochMillis - newest, LONGEST_TICK_MILLIS);
      newest = epochMillis;
      behind = 0;
    } else if (epochMillis >= newest - STEP_BACK_MILLIS) {
      behind = 0;
    } else if (++behind >= STEP_BACK_RECORDS) {
      newest = epochMillis;
      behind = 0;
    }
  }

  /** Milliseconds of event time that went by since the first record. */
  long ticks() {
    return ticks;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(newest);
    out.writeLong(ticks);
    out.writeInt(behind);
  }

  void restore(DataInput in) throws IOException {
    newest = in.readLong();
    ticks = in.readLong();
    behind = in.readInt();
  }
}
