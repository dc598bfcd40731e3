package io.killtrail.ingest.journalfile;

import java.util.Objects;
import java.util.Optional;

/**
 * How binary journals were read.
 *
 * @param records entries read
 * @param note what the user should know; present when not complete
 * @param complete whether journalctl read them to their end
 */
public record Reading(long records, Optional<String> note, boolean complete) {
  public Reading {
    Objects.requireNonNull(note);
  }

  static Reading failed(long records, String why) {
    return new Reading(records, Optional.of(why), false);
  }
}
