package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who had which numbers while a stale PID file held one of them: from the boot in which the file
 * was written to the signal.
 *
 * @param boots in order; the last one is that of the signal
 * @param bootsLeftOut how many there were between the first and the last that are not in the list
 * @param holders those who matter first, then others whose numbers lie near that of the file
 */
public record Collision(List<BootSpan> boots, int bootsLeftOut, List<Holder> holders) {

  /** What a process has to do with the collision, those who matter most first. */
  public enum Role {
    VICTIM,
    SENDER,
    /** For whom the file was written. */
    FORMER_OWNER,
    /** Nothing: its numbers lie near. */
    OTHER
  }

  /**
   * Threads of one process whose numbers follow each other and that began together.
   *
   * @param first the lowest number
   * @param last the highest
   * @param from when the first of them began; empty when unknown
   */
  public record Tids(int first, int last, Optional<Instant> from) {
    public Tids {
      Objects.requireNonNull(from);
    }
  }

  /**
   * A process with the numbers that it held.
   *
   * @param pid its own number
   * @param from when it began; empty when unknown
   * @param seen when it was first seen
   * @param to when it ended; empty when no evidence shows its end. Of {@link Role#OTHER} when it
   *     was last seen
   * @param threads its other threads, in order of their numbers; empty when nobody looked
   */
  public record Holder(
      Role role,
      int pid,
      Optional<String> comm,
      Optional<String> unit,
      Optional<Instant> from,
      Instant seen,
      Optional<Instant> to,
      List<Tids> threads) {
    public Holder {
      Objects.requireNonNull(role);
      Objects.requireNonNull(comm);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(from);
      Objects.requireNonNull(seen);
      Objects.requireNonNull(to);
      threads = List.copyOf(threads);
    }
  }

  public Collision {
    boots = List.copyOf(boots);
    holders = List.copyOf(holders);
  }
}
