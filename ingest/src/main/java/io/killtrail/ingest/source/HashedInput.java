package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** Digests what is read of a file, each byte once, though some may be read again. */
public final class HashedInput extends BlockInput {
  private static final int CHUNK = 64 << 10;

  private final BlockHasher hasher;
  private long position;

  /**
   * The file from a position on.
   *
   * @param position of the first byte that {@code in} gives
   * @param hasher has digested at least what comes before
   */
  public HashedInput(InputStream in, long position, BlockHasher hasher) {
    super(in);
    this.position = position;
    this.hasher = hasher;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      int known = Math.clamp(hasher.length() - position, 0, count);
      hasher.update(into, offset + known, count - known);
      position += count;
    }
    return count;
  }

  /** The file is closed by who opened it, since all of it may have to be digested yet. */
  @Override
  public void close() {}

  /** Reads what is left, so that all of the file is digested. */
  public void drain() throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (read(chunk, 0, CHUNK) >= 0) {
      // Digested by the reading.
    }
  }
}
