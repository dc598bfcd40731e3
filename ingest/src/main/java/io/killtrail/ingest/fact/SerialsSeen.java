package io.killtrail.ingest.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which audit serials one input has of one boot of one node, by the records of all types but
 * auditd's own. Only all inputs together tell whether a serial is missing.
 *
 * @param runs in order of their serials, without overlap; never empty
 */
public record SerialsSeen(Provenance provenance, List<Run> runs) implements Fact {

  /**
   * Serials that follow each other, but for some when there were too many runs to keep apart.
   *
   * @param first lowest serial
   * @param last highest serial
   * @param seen how many of them were seen; all of them where {@link #whole}
   * @param from stamp of the lowest
   * @param to stamp of the highest
   */
  public record Run(long first, long last, long seen, Instant from, Instant to) {
    public Run {
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
    }

    /** How many serials there are from the first to the last. */
    public long span() {
      return last - first + 1;
    }

    /** Whether none of them is missing. */
    public boolean whole() {
      return seen >= span();
    }
  }

  public SerialsSeen {
    Objects.requireNonNull(provenance);
    runs = List.copyOf(runs);
  }
}
