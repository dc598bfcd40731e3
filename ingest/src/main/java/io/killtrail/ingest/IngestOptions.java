package io.killtrail.ingest;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user says of inputs that lack it.
 *
 * @param host the host of evidence that names none
 * @param year the year of stamps without one; default: the year of the file's time
 * @param sourceZone the zone of stamps without one; default: UTC
 */
public record IngestOptions(Optional<String> host, OptionalInt year, Optional<ZoneId> sourceZone) {
  /** Nothing said. */
  public static final IngestOptions NONE =
      new IngestOptions(Optional.empty(), OptionalInt.empty(), Optional.empty());

  public IngestOptions {
    Objects.requireNonNull(host);
    Objects.requireNonNull(year);
    Objects.requireNonNull(sourceZone);
  }
}
