package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a PID file names its process now.
 *
 * @param path its path
 * @param number the number in it; empty when it holds none, or could not be read
 * @param modified its mtime
 * @param unit the unit that names it with {@code PIDFile=}
 * @param state empty when it cannot be told
 * @param reason what shows the state, or why it cannot be told; for people
 * @param holder who has the number now
 * @param staleSince since when the number is not its process's
 * @param nextBoot what may become of it after the next boot
 */
public record PidFileStanding(
    String path,
    OptionalInt number,
    Optional<Instant> modified,
    Optional<String> unit,
    Optional<State> state,
    String reason,
    Optional<Holder> holder,
    Optional<Instant> staleSince,
    Optional<NextBoot> nextBoot) {

  /** What a PID file is, the dangerous first. */
  public enum State {
    /** Stale, and its number is that of a live process or thread which has no part in it. */
    ARMED,
    /** It names its process no longer, and nobody else. */
    STALE,
    /** It names its process. */
    VALID;

    /** The word of the contract. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The live process that has the number, or one of whose threads has it.
   *
   * @param tid the thread's number; empty when it is the process's own
   * @param thread the thread's name
   */
  public record Holder(
      int pid,
      Optional<String> comm,
      Optional<String> exe,
      Optional<String> unit,
      Optional<Instant> started,
      OptionalInt tid,
      Optional<String> thread) {
    public Holder {
      Objects.requireNonNull(comm);
      Objects.requireNonNull(exe);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(started);
      Objects.requireNonNull(tid);
      Objects.requireNonNull(thread);
    }
  }

  /**
   * What is known of the time after the next boot.
   *
   * @param removed whether the file does not outlive a boot where it lies
   * @param odds how often another had the number in the boots seen; empty without history
   * @param earlyHighest the highest number given out in the first minutes of the boots seen
   */
  public record NextBoot(boolean removed, Optional<PidFile.Odds> odds, OptionalInt earlyHighest) {
    public NextBoot {
      Objects.requireNonNull(odds);
      Objects.requireNonNull(earlyHighest);
    }
  }

  public PidFileStanding {
    Objects.requireNonNull(path);
    Objects.requireNonNull(number);
    Objects.requireNonNull(modified);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(state);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(holder);
    Objects.requireNonNull(staleSince);
    Objects.requireNonNull(nextBoot);
  }

  /** Whether who trusts it signals somebody else. */
  public boolean isArmed() {
    return state.filter(known -> known == State.ARMED).isPresent();
  }
}
