package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes each read gave. */
final class CountedInput extends BlockInput {
  private final Counter counter;

  /** Told after each read; may refuse to go on. */
  interface Counter {
    void count(long bytes) throws IOException;
  }

  CountedInput(InputStream in, Counter counter) {
    super(in);
    this.counter = counter;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      counter.count(count);
    }
    return count;
  }
}
