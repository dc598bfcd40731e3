package io.killtrail.ingest.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A PID file, or an access to one.
 *
 * @param by how it was seen
 * @param path its path
 * @param number the number in it; empty when unknown, or when it held none
 * @param modified its mtime
 * @param inode its inode
 * @param accessor who read, wrote or removed it; {@link Actor#UNKNOWN} in a snapshot
 */
public record PidFileSeen(
    Provenance provenance,
    By by,
    String path,
    OptionalInt number,
    Optional<Instant> modified,
    OptionalLong inode,
    Actor accessor)
    implements Fact {

  /** How a PID file came to be seen. */
  public enum By {
    SNAPSHOT,
    /** A PATH record of a watched file, opened for reading. */
    READ,
    /** A PATH record of a watched file, created or opened for writing. */
    WRITTEN,
    /** A PATH record of a watched file, removed or renamed away. */
    REMOVED
  }

  public PidFileSeen {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(by);
    Objects.requireNonNull(path);
    Objects.requireNonNull(number);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(inode);
    Objects.requireNonNull(accessor);
  }
}
