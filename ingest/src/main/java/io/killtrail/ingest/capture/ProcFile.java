package io.killtrail.ingest.capture;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The content of a small file of {@code /proc}, as bytes. One is made for each thread that reads,
 * and read again and again.
 */
final class ProcFile {
  private static final int LARGEST = 16 << 10;
  private static final int PAGE = 4 << 10;

  private final byte[] bytes = new byte[LARGEST];
  private int length;

  /** Reads the beginning of a file. */
  void read(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      length = 0;
      int more = in.read(bytes, 0, bytes.length);
      while (more > 0 && length < bytes.length) {
        length += more;
        // What is less than a page is all that the kernel has: asking again costs as much as this.
        more = more < PAGE ? 0 : in.read(bytes, length, bytes.length - length);
      }
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Where the value of a line begins that starts so; -1 if there is none. */
  int value(byte[] start) {
    int at = 0;
    while (at + start.length <= length) {
      if (Arrays.equals(bytes, at, at + start.length, start, 0, start.length)) {
        return at + start.length;
      }
      at = next((byte) '\n', at) + 1;
    }
    return -1;
  }

  /** Where this byte is next; the end if nowhere. */
  private int next(byte wanted, int from) {
    int at = from;
    while (at < length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Where this byte is last; -1 if nowhere. */
  int last(byte wanted) {
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }
}
