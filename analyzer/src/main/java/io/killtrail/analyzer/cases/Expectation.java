package io.killtrail.analyzer.cases;

import java.util.Objects;

/**
 * What came of a rule of the site.
 *
 * @param matched cases of all evidence that it matches, whether or not a rule before it did; 0 for
 *     a rule that is not used
 */
public record Expectation(SiteRule rule, long matched) {
  public Expectation {
    Objects.requireNonNull(rule);
  }
}
