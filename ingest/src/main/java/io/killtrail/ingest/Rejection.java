package io.killtrail.ingest;

import java.util.Objects;

/**
 * A line that no parser could read; it is kept, never swallowed.
 *
 * @param input path of the input
 * @param offset byte offset of the line in the (decompressed) input
 * @param reason why, for people
 * @param excerpt the first bytes of the line, one char a byte; hostile
 */
public record Rejection(String input, long offset, String reason, String excerpt) {
  /** The longest excerpt that is kept, in bytes. */
  public static final int EXCERPT = 200;

  public Rejection {
    Objects.requireNonNull(input);
    Objects.requireNonNull(reason);
    if (excerpt.length() > EXCERPT) {
      excerpt = excerpt.substring(0, EXCERPT);
    }
  }
}
