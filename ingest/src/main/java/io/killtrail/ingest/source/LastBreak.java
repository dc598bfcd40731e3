package io.killtrail.ingest.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds where the last whole entry of a file ended when less of it was there. */
public final class LastBreak {
  private static final int CHUNK = 64 << 10;

  private LastBreak() {}

  /**
   * The offset behind the last separator that ends at {@code end} or before; 0 without any.
   *
   * @param separator what stands between two entries, such as a line feed
   */
  public static long before(Path file, long end, byte[] separator) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      for (long to = end; to > 0; to -= CHUNK) {
        long from = Math.max(0, to - CHUNK);
        long overlap = Math.min(end, to + separator.length - 1);
        byte[] chunk = read(channel, from, (int) (overlap - from));
        int found = last(chunk, separator);
        if (found >= 0) {
          return from + found + separator.length;
        }
      }
      return 0;
    }
  }

  private static byte[] read(SeekableByteChannel channel, long from, int length)
      throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(length);
    channel.position(from);
    while (chunk.hasRemaining() && channel.read(chunk) >= 0) {
      // All of it, unless the file has shrunk.
    }
    return chunk.array();
  }

  private static int last(byte[] bytes, byte[] wanted) {
    for (int at = bytes.length - wanted.length; at >= 0; at--) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
