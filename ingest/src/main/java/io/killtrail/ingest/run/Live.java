package io.killtrail.ingest.run;

import java.util.function.BooleanSupplier;

/**
 * Whether files are still written to while they are read.
 *
 * @param following whether what they get next is read soon
 * @param stopping asked now and then while a file is read; when true, reading ends there
 */
record Live(boolean following, BooleanSupplier stopping) {
  /** They are read as they are, to their end. */
  static final Live NOT = new Live(false, () -> false);
}
