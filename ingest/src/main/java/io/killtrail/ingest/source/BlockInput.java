package io.killtrail.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose bytes all pass by {@link #read(byte[], int, int)}, also those that are read one by
 * one or skipped: what a subclass does there, it does to each byte, once.
 */
abstract class BlockInput extends FilterInputStream {
  private static final int CHUNK = 64 << 10;

  BlockInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] into, int offset, int length) throws IOException;

  @Override
  public long skip(long count) throws IOException {
    byte[] passed = new byte[Math.clamp(count, 1, CHUNK)];
    long skipped = 0;
    while (skipped < count) {
      int more = read(passed, 0, (int) Math.min(passed.length, count - skipped));
      if (more < 0) {
        break;
      }
      skipped += more;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
