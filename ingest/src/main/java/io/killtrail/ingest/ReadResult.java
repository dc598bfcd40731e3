package io.killtrail.ingest;

import java.util.Objects;
import java.util.Optional;

/**
 * What a reader found in one input.
 *
 * @param records audit records, journal entries, rows or lines recognised
 * @param note what the user should know, such as an assumed year and zone
 */
public record ReadResult(long records, Optional<String> note) {
  public ReadResult {
    Objects.requireNonNull(note);
  }
}
