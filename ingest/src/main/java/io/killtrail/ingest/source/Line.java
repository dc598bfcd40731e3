package io.killtrail.ingest.source;

import java.nio.charset.StandardCharsets;

/**
 * A view of the line just read; reused by {@link LineReader} for the next one, so copy what must
 * stay.
 *
 * <p>The bytes are {@code buffer[start] .. buffer[end - 1]}, without the line's end (LF or CR LF).
 */
public final class Line {
  private byte[] buffer = new byte[0];
  private int start;
  private int end;
  private long offset;

  /** Points this view at other bytes; offset is their byte offset in the (decompressed) input. */
  public Line set(byte[] buffer, int start, int end, long offset) {
    this.buffer = buffer;
    this.start = start;
    this.end = end;
    this.offset = offset;
    return this;
  }

  /** A line of its own, for tests and for text that came another way. */
  public static Line of(String latin1, long offset) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return new Line().set(bytes, 0, bytes.length, offset);
  }

  public byte[] buffer() {
    return buffer;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public int length() {
    return end - start;
  }

  /** Byte offset of the line in the (decompressed) input. */
  public long offset() {
    return offset;
  }

  /** A copy, one char a byte. */
  public String latin1() {
    return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
