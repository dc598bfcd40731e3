package io.killtrail.ingest.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds a byte, looking at eight at a time. */
public final class ByteScan {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte wanted;
  private final long pattern;

  /** Looks for this character. */
  public ByteScan(char ascii) {
    this.wanted = (byte) ascii;
    this.pattern = ONES * wanted;
  }

  /** The index of the first one from {@code from} on; {@code to} if there is none before. */
  public int find(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long x = (long) WORD.get(bytes, i) ^ pattern;
      long zeros =
          (x - ONES) & ~x & HIGH_BITS; // a byte of x is 0 where the word has the wanted one
      if (zeros != 0) {
        return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    while (i < to && bytes[i] != wanted) {
      i++;
    }
    return i;
  }
}
