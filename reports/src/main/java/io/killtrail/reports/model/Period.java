package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Analysis;
import java.time.Instant;
import java.util.Optional;

/** The time that a report covers: both ends are known, or neither. */
record Period(Optional<Instant> from, Optional<Instant> to) {
  private static final Period NONE = new Period(Optional.empty(), Optional.empty());

  static Period of(Analysis analysis) {
    return new Period(analysis.from(), analysis.to());
  }

  /** The part of it that was asked for. */
  Period within(Optional<Instant> since, Optional<Instant> until) {
    if (from.isEmpty() || to.isEmpty()) {
      return NONE;
    }
    Instant first = since.filter(from.get()::isBefore).orElse(from.get());
    Instant last = until.filter(to.get()::isAfter).orElse(to.get());
    return first.isAfter(last) ? NONE : new Period(Optional.of(first), Optional.of(last));
  }
}
