package io.killtrail.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Keeps what is read of a stream, compressed in memory, so that it can be read once more. Text logs
 * shrink to about a tenth.
 */
public final class Replay extends FilterInputStream {
  /** The most compressed bytes that are kept. */
  private static final int MOST = 32 << 20;

  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final DeflaterOutputStream keep = new DeflaterOutputStream(kept, deflater, 1 << 16);

  public Replay(InputStream in) {
    super(in);
  }

  /** Whether there is room to read on. */
  public boolean roomy() {
    return kept.size() < MOST;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      keep.write(one);
    }
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    if (count > 0) {
      keep.write(bytes, from, count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** The whole stream from its beginning; this one is not to be used any more. */
  public InputStream again() throws IOException {
    keep.finish();
    deflater.end();
    InputStream read = new InflaterInputStream(new ByteArrayInputStream(kept.toByteArray()));
    return new SequenceInputStream(read, in);
  }
}
