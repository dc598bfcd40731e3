package io.killtrail.ingest.snapshot;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a PID file holds. Nothing but its number is taken from its content: the name of a PID file
 * may be a link to something that is nobody's business.
 *
 * @param path by which its host knows it
 * @param number empty when it holds none
 * @param modified its mtime
 */
public record HeldNumber(
    String path, OptionalInt number, Optional<Instant> modified, OptionalLong inode) {
  public HeldNumber {
    Objects.requireNonNull(path);
    Objects.requireNonNull(number);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(inode);
  }

  /** What a file holds that is no more. */
  static HeldNumber nothing(String path) {
    return new HeldNumber(path, OptionalInt.empty(), Optional.empty(), OptionalLong.empty());
  }
}
