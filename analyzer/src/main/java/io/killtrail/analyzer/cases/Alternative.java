package io.killtrail.analyzer.cases;

import java.util.Objects;

/**
 * Another explanation, and what speaks against it, or why it still stands.
 *
 * @param cause the other cause
 * @param whyNot what rules it out or leaves it open, for people
 */
public record Alternative(Cause cause, String whyNot) {
  public Alternative {
    Objects.requireNonNull(cause);
    Objects.requireNonNull(whyNot);
  }
}
