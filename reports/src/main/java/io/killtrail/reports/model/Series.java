package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.NearMiss;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a report one of a series, which knows what the earlier ones told.
 *
 * @param told what they told
 * @param late whether a case, or near miss, of before the report's time is told in it if no report
 *     did: its evidence came late
 * @param newOnly whether nothing is told twice
 */
public record Series(Told told, boolean late, boolean newOnly) {
  public Series {
    Objects.requireNonNull(told);
  }

  /** Whether it is told though it happened before the report's time. */
  boolean comesLate(Case each) {
    return late && told.isNew(each);
  }

  /** The same of a near miss. */
  boolean comesLate(NearMiss miss) {
    return late && told.isNew(miss);
  }

  /** Whether it was told, and is not to be told twice. */
  boolean isOver(Case each) {
    return newOnly && !told.isNew(each);
  }

  /** The same of a near miss. */
  boolean isOver(NearMiss miss) {
    return newOnly && !told.isNew(miss);
  }

  /** What goes on has to go on later than this to be told again; empty when all may be. */
  Optional<Instant> over() {
    return newOnly ? told.until() : Optional.empty();
  }
}
