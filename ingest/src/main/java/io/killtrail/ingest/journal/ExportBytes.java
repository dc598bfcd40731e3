package io.killtrail.ingest.journal;

import io.killtrail.ingest.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of the export format, with the place in the input and a copy of the entry's own. */
final class ExportBytes {
  /** A longer entry is no entry any more; what lies beyond is read, but not kept. */
  static final int LONGEST = 16 << 20;

  /** journald itself takes no larger field; a length beyond it is none. */
  private static final long LARGEST_FIELD = 768L << 20;

  private static final int LENGTH_BYTES = 8;

  private final InputStream in;
  private final ByteArrayOutputStream entry = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long offset;
  private boolean ended;
  private boolean cut;

  ExportBytes(InputStream in) {
    this.in = in;
  }

  private int next() throws IOException {
    if (!filled()) {
      return -1;
    }
    int next = buffer[at++] & 0xFF;
    offset++;
    if (entry.size() < LONGEST) {
      entry.write(next);
    }
    return next;
  }

  /** Whether there are bytes left to look at. */
  private boolean filled() throws IOException {
    if (at == filled) {
      filled = Math.max(0, in.read(buffer));
      at = 0;
      ended = filled == 0;
    }
    return !ended;
  }

  /** Passes over bytes that are too many to be kept. */
  private void skip(long count) throws IOException {
    cut = true;
    for (long left = count; left > 0 && filled(); ) {
      int step = (int) Math.min(left, filled - at);
      at += step;
      offset += step;
      left -= step;
    }
  }

  /** Passes over the rest of a line. */
  private void skipLine() throws IOException {
    while (filled() && buffer[at] != '\n') {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      skip(end - at);
    }
    next();
  }

  /** The next line without its end, one char a byte, cut at {@link #LONGEST}. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = next(); next >= 0 && next != '\n'; next = next()) {
      line.append((char) next);
      if (line.length() == LONGEST) {
        skipLine();
        break;
      }
    }
    return line.toString();
  }

  /** A value that a little-endian length of 64 bits precedes and a line end follows. */
  String sized() throws IOException {
    long length = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      length |= (long) Math.max(0, next()) << (8 * i);
    }
    if (length < 0 || length > LARGEST_FIELD) {
      throw new IOException("a field of " + Long.toUnsignedString(length) + " bytes");
    }
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (long left = Math.min(length, LONGEST); left > 0 && !ended; left--) {
      value.write(next());
    }
    if (length > LONGEST) {
      skip(length - LONGEST);
    }
    next();
    return value.toString(StandardCharsets.UTF_8);
  }

  boolean ended() {
    return ended;
  }

  /** Where the next entry starts; forgets the bytes of the last one. */
  long startEntry() {
    entry.reset();
    cut = false;
    return offset;
  }

  /** Whether a field of the entry is longer than {@link #LONGEST}. */
  boolean cut() {
    return cut;
  }

  /** The entry's first bytes, one char a byte. */
  String beginning() {
    String all = entry();
    return all.substring(0, Math.min(Rejection.EXCERPT, all.length()));
  }

  /** The entry's bytes so far, one char a byte. */
  String entry() {
    return entry.toString(StandardCharsets.ISO_8859_1);
  }
}
