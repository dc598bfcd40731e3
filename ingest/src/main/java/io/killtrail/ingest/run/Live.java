package io.killtrail.ingest.run;

import io.killtrail.ingest.source.Found;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Whether files are still written to while they are read.
 *
 * @param following whether what they get next is read soon
 * @param stopping asked now and then while a file is read; when true, reading ends there
 * @param looks tells what a file was like when it was found to have changed
 */
record Live(
    boolean following, BooleanSupplier stopping, Function<Found, Optional<FileLook>> looks) {
  /** They are read as they are, to their end. */
  static final Live NOT = new Live(false, () -> false, found -> Optional.empty());

  Optional<FileLook> seen(Found found) {
    return looks.apply(found);
  }
}
