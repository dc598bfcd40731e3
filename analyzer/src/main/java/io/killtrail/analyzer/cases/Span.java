package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A stretch of time, both ends included; a moment has equal ends. */
public record Span(Instant from, Instant to) {
  public Span {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + to);
    }
  }

  /** The stretch between two times, whichever is the earlier. */
  public static Span between(Instant one, Instant other) {
    return one.isAfter(other) ? new Span(other, one) : new Span(one, other);
  }

  /** From the earlier begin to the later end of both. */
  public Span and(Span other) {
    return new Span(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }

  /** The part that is not before the one nor from the other on; empty when nothing is. */
  public Optional<Span> within(Optional<Instant> since, Optional<Instant> until) {
    Instant first = since.filter(from::isBefore).orElse(from);
    Instant last = until.filter(to::isAfter).orElse(to);
    boolean over = until.isPresent() && !first.isBefore(until.get());
    return over || first.isAfter(last) ? Optional.empty() : Optional.of(new Span(first, last));
  }
}
