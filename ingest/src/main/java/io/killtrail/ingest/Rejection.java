package io.killtrail.ingest;

import java.util.Objects;

/**
 * A line that no parser could read; it is kept, never swallowed.
 *
 * @param input path of the input
 * @param offset byte offset of the line in the (decompressed) input
 * @param reason why, for people
 * @param excerpt the first bytes of the line, one char a byte; hostile
 * @param unread whether it is so long that it was not read: who named the input must know
 */
public record Rejection(String input, long offset, String reason, String excerpt, boolean unread) {
  /** The longest excerpt that is kept, in bytes. */
  public static final int EXCERPT = 200;

  public Rejection {
    Objects.requireNonNull(input);
    Objects.requireNonNull(reason);
    if (excerpt.length() > EXCERPT) {
      excerpt = excerpt.substring(0, EXCERPT);
    }
  }

  /** A line that was read, and is none of its format. */
  public Rejection(String input, long offset, String reason, String excerpt) {
    this(input, offset, reason, excerpt, false);
  }
}
