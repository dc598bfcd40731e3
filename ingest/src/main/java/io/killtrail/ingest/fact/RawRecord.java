package io.killtrail.ingest.fact;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One line of an input as it was.
 *
 * @param input path of the input, as ingested
 * @param offset byte offset of the line in the (decompressed) input
 * @param latin1 the line's bytes without its end, one char a byte, so that nothing is lost
 */
public record RawRecord(String input, long offset, String latin1) {
  public RawRecord {
    Objects.requireNonNull(input);
    Objects.requireNonNull(latin1);
  }

  /** The line as text: UTF-8, broken sequences replaced. Still hostile: escape before showing. */
  public String text() {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
