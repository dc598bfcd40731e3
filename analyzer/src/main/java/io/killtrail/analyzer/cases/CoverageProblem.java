package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the evidence does not cover.
 *
 * @param from since when; empty when unknown
 * @param to until when; empty when unknown
 * @param problem what is missing, for people
 * @param affects which question it makes undecidable, for people
 */
public record CoverageProblem(
    Optional<String> host,
    Optional<Instant> from,
    Optional<Instant> to,
    String problem,
    String affects) {
  public CoverageProblem {
    Objects.requireNonNull(host);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(problem);
    Objects.requireNonNull(affects);
  }
}
