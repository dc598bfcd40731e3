package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose first bytes were looked at and are given again. */
public final class HeadedInput extends BlockInput {
  private final byte[] head;
  private int given;

  private HeadedInput(InputStream rest, byte[] head) {
    super(rest);
    this.head = head;
  }

  /** Reads ahead up to {@code length} bytes. */
  public static HeadedInput peek(InputStream in, int length) throws IOException {
    return new HeadedInput(in, in.readNBytes(length));
  }

  /** The bytes read ahead; fewer than asked for when the input ends there. */
  public byte[] head() {
    return head.clone();
  }

  @Override
  public int read() throws IOException {
    return given < head.length ? head[given++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (given == head.length) {
      return in.read(into, offset, length);
    }
    int count = Math.min(length, head.length - given);
    System.arraycopy(head, given, into, offset, count);
    given += count;
    return count;
  }

  /**
   * At least 1, since GZIPInputStream takes 0 for the end of the file and would stop after the
   * first member.
   */
  @Override
  public int available() throws IOException {
    return Math.max(1, head.length - given);
  }
}
