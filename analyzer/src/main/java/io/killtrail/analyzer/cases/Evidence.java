package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Objects;

/**
 * One piece of evidence for a verdict.
 *
 * @param ref id of the fact: {@code killtrail show REF} prints the raw records
 * @param at when
 * @param says what it says, for people; holds text out of logs, so escape it
 */
public record Evidence(String ref, Instant at, String says) {
  public Evidence {
    Objects.requireNonNull(ref);
    Objects.requireNonNull(at);
    Objects.requireNonNull(says);
  }
}
