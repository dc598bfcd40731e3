package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines ending in LF or CR LF; the last one may lack its end. All other bytes,
 * NUL and broken UTF-8 included, come through as they are.
 *
 * <pre>{@code
 * while (lines.next()) {
 *   use(lines.line());
 * }
 * }</pre>
 */
public final class LineReader {
  /** Lines longer than this many bytes are skipped, and told to {@link TooLong}. */
  public static final int LONGEST = 16 << 20;

  /** Told of a line that is longer than {@link #LONGEST}. */
  public interface TooLong {
    /**
     * The line is left out.
     *
     * @param offset where it starts in the (decompressed) input
     * @param beginning its first bytes, one char a byte
     */
    void skipped(long offset, String beginning);
  }

  private static final int CHUNK = 512 << 10;
  private static final int BEGINNING = 200;
  private static final ByteScan LINE_FEED = new ByteScan('\n');

  private final InputStream in;
  private final TooLong tooLong;
  private final Line line = new Line();
  private byte[] buffer = new byte[CHUNK];
  private long base; // offset of buffer[0]
  private int at; // where the next line starts
  private int filled;
  private boolean ended;
  private boolean torn;

  public LineReader(InputStream in, TooLong tooLong) {
    this(in, 0, tooLong);
  }

  /**
   * The rest of an input.
   *
   * @param from offset of the first byte of {@code in}
   */
  public LineReader(InputStream in, long from, TooLong tooLong) {
    this.in = in;
    this.base = from;
    this.tooLong = tooLong;
  }

  /** The line that {@link #next} found. */
  public Line line() {
    return line;
  }

  /** Whether the line has no end yet: the input ends within it. */
  public boolean torn() {
    return torn;
  }

  /** Offset of the first byte behind the line. */
  public long offset() {
    return base + at;
  }

  /** Goes to the next line; false at the end of the input. */
  public boolean next() throws IOException {
    int searched = at;
    while (true) {
      int feed = LINE_FEED.find(buffer, searched, filled);
      if (feed - at > LONGEST) {
        skip(feed);
        searched = at;
      } else if (feed < filled) {
        return found(feed, feed + 1);
      } else if (ended) {
        torn = at < filled;
        return torn && found(filled, filled);
      } else {
        searched = filled - at;
        fill(); // moves the rest to the front
      }
    }
  }

  private boolean found(int end, int next) {
    int last = end > at && buffer[end - 1] == '\r' ? end - 1 : end;
    line.set(buffer, at, last, base + at);
    at = next;
    return true;
  }

  /** Leaves out the line that reaches at least to {@code feed}. */
  private void skip(int feed) throws IOException {
    tooLong.skipped(base + at, new String(buffer, at, BEGINNING, StandardCharsets.ISO_8859_1));
    int end = feed;
    while (end == filled && !ended) {
      base += filled;
      filled = Math.max(in.read(buffer, 0, buffer.length), 0);
      ended = filled == 0;
      end = LINE_FEED.find(buffer, 0, filled);
    }
    at = Math.min(end + 1, filled);
  }

  private void fill() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, filled - at);
      base += at;
      filled -= at;
      at = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      ended = true;
    } else {
      filled += count;
    }
  }
}
