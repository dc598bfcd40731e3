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
 * @param modified its mtime; empty when it is not known
 */
public record HeldNumber(
    String path, OptionalInt number, Optional<Instant> modified, OptionalLong inode) {
  public HeldNumber {
    Objects.requireNonNull(path);
    Objects.requireNonNull(number);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(inode);
  }

  /**
   * What a file on a disk holds. Of what a snapshot cannot hold nothing is told: mtimes before 1970
   * or after 9999, which anybody may set, and inodes of more than 18 digits, as overlay file
   * systems have them.
   */
  public static HeldNumber of(
      String path, OptionalInt number, Instant modified, OptionalLong inode) {
    return new HeldNumber(
        path,
        number,
        Optional.of(modified).filter(SnapshotTime::holds),
        inode.isPresent() && Row.holds(inode.getAsLong()) ? inode : OptionalLong.empty());
  }

  /** What a file holds that is no more. */
  static HeldNumber nothing(String path) {
    return new HeldNumber(path, OptionalInt.empty(), Optional.empty(), OptionalLong.empty());
  }
}
