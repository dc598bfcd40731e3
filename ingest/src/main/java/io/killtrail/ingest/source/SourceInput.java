package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** The first bytes of a file, counted as they are read. */
public final class SourceInput extends BlockInput {
  private final LongConsumer counted;
  private long left;

  /**
   * Ends after {@code length} bytes, even if the file has grown.
   *
   * @param counted told the number of bytes after each read
   */
  public SourceInput(InputStream in, long length, LongConsumer counted) {
    super(in);
    this.left = length;
    this.counted = counted;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(into, offset, (int) Math.min(length, left));
    if (count > 0) {
      left -= count;
      counted.accept(count);
    }
    return count;
  }
}
