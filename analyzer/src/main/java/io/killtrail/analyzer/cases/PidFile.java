package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The PID file that the sender acted on.
 *
 * @param path its path; empty when the sender behaved like a PID-file user but no file was seen
 * @param number the number in it
 * @param modified its mtime
 * @param staleSince since when the number no longer named its process
 * @param matched what the number was when it was used
 * @param odds how often such a number hits; empty when there is no history
 */
public record PidFile(
    Optional<String> path,
    OptionalInt number,
    Optional<Instant> modified,
    Optional<Instant> staleSince,
    Matched matched,
    Optional<Odds> odds) {

  /** What the number in the file matched. */
  public enum Matched {
    /** A thread of a process that has nothing to do with the file. */
    THREAD,
    /** A process: for a stale file one that got the number later. */
    PROCESS;

    /** The word of the contract. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How likely a stale number hits somebody.
   *
   * @param bootsSeen recent boots with snapshots
   * @param bootsTaken those in which a foreign process or thread had the number
   * @param nearbyTaken share, 0 to 1, of the pid numbers near it that live threads held
   */
  public record Odds(int bootsSeen, int bootsTaken, double nearbyTaken) {}

  public PidFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(number);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(staleSince);
    Objects.requireNonNull(matched);
    Objects.requireNonNull(odds);
  }
}
