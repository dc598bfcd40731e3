package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Notices that the kernel's serials began anew: they count from 1 in every boot. Serials are given
 * when a system call ends and stamps when it begins, so both may go back a little within a boot.
 */
final class SerialWatch {
  /** A boot takes longer than this; records of one boot are never so out of order. */
  private static final long PAUSE_MILLIS = 5_000;

  private static final long FIRST_SERIALS = 64;
  private static final long DEEP_FALL = 1_024;

  /** The counter has 32 bits; from up here it falls by wrapping. */
  private static final long NEAR_WRAP = 0xf000_0000L;

  private long highest = -1;
  private long newest = Long.MIN_VALUE;

  /** Whether this record is the first after the serials began anew. */
  boolean beginsAnew(long epochMillis, long serial) {
    boolean anew = serial < highest && highest < NEAR_WRAP && fell(epochMillis, serial);
    boolean wrapped = serial < FIRST_SERIALS && highest >= NEAR_WRAP;
    highest = anew || wrapped ? serial : Math.max(highest, serial);
    newest = anew ? epochMillis : Math.max(newest, epochMillis);
    return anew;
  }

  private boolean fell(long epochMillis, long serial) {
    boolean later = epochMillis > newest + PAUSE_MILLIS && serial <= highest / 2;
    return later || (serial < FIRST_SERIALS && highest - serial > DEEP_FALL);
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(highest);
    out.writeLong(newest);
  }

  void restore(DataInput in) throws IOException {
    highest = in.readLong();
    newest = in.readLong();
  }
}
