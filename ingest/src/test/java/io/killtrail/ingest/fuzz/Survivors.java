package io.killtrail.ingest.fuzz;

import io.killtrail.ingest.InputFormat;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SerialsSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which facts of an input must be found again when others of its bytes were changed. */
final class Survivors {
  private Survivors() {}

  /** Whether each record of this format is found by itself, whatever is around it. */
  static boolean found(InputFormat format, Mutation mutation) {
    return switch (format) {
      case JOURNAL_EXPORT, SYSTEMCTL_STATUS, UNKNOWN -> false; // a line needs those before it
      case PROCESS_SNAPSHOT, PID_FILE_SNAPSHOT ->
          mutation.leaves(0, 1) && mutation.quotes() < 2; // names of columns; a name over lines
      default -> !mutation.compressed();
    };
  }

  /** The first fact of the base that must be there and is not. */
  static Optional<Fact> missing(
      InputFormat format, List<Fact> base, Mutation mutation, List<Fact> found) {
    boolean joinedByNearness = format == InputFormat.JOURNAL_SHORT;
    Set<String> records = new HashSet<>();
    for (Fact fact : found) {
      for (RawRecord raw : fact.provenance().raw()) {
        records.add(fact.getClass().getSimpleName() + raw.latin1());
      }
    }
    for (Fact fact : expected(base, mutation)) {
      boolean there =
          fact.provenance().raw().stream()
              .allMatch(raw -> records.contains(fact.getClass().getSimpleName() + raw.latin1()));
      if (!there || (!joinedByNearness && !isWhole(fact, found))) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }

  static List<Fact> expected(List<Fact> base, Mutation mutation) {
    List<Fact> expected = new ArrayList<>();
    for (Fact fact : base) {
      Provenance from = fact.provenance();
      boolean sharesSerial =
          from.serial().isPresent() && mutation.mentions(from.serial().getAsLong());
      boolean untouched =
          from.raw().stream().allMatch(raw -> mutation.leaves(raw.offset(), raw.latin1().length()));
      if (untouched && !sharesSerial && !dependsOnOthers(fact)) {
        expected.add(fact);
      }
    }
    return expected;
  }

  /** Whether one fact has all the records that it had. */
  private static boolean isWhole(Fact fact, List<Fact> found) {
    List<String> texts = texts(fact);
    return found.stream()
        .anyMatch(other -> other.getClass() == fact.getClass() && texts(other).containsAll(texts));
  }

  private static List<String> texts(Fact fact) {
    return fact.provenance().raw().stream().map(RawRecord::latin1).toList();
  }

  /**
   * Signs of boots, the serials of a whole input, and what is only told when it is news: sightings,
   * and the reason of a loss.
   */
  private static boolean dependsOnOthers(Fact fact) {
    return fact instanceof BootSeen
        || fact instanceof SerialsSeen
        || (fact instanceof EvidenceGap gap && gap.lost().isEmpty())
        || (fact instanceof ProcessSeen seen
            && (seen.by() == ProcessSeen.By.CALL || seen.by() == ProcessSeen.By.JOURNAL));
  }
}
