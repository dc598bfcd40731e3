package io.killtrail.analyzer.cases;

import java.util.List;
import java.util.Objects;

/**
 * Why a case is expected that need not be so by itself.
 *
 * @param rule the first of the site's rules that matches
 * @param clearedFlags what the case would be flagged without it
 */
public record ExpectedBy(SiteRule rule, List<Flag> clearedFlags) {
  public ExpectedBy {
    Objects.requireNonNull(rule);
    clearedFlags = List.copyOf(clearedFlags);
  }
}
