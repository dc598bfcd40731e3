package io.killtrail.analyzer.cases;

import java.util.Locale;

/** How sure a verdict is, surest first. */
public enum Confidence {
  /** The records alone show it. */
  PROVEN,
  /** One inference, which the evidence list names. */
  LIKELY,
  /** Several explanations stand; all are listed. */
  POSSIBLE;

  /** The word of the contract. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The less sure of the two: a conclusion is as sure as its weakest step. */
  public Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
