package io.killtrail.analyzer.cases;

import java.util.Objects;
import java.util.Optional;

/**
 * What a site says is meant there. Cases that its query matches are expected.
 *
 * @param file in which it stands, as it was named
 * @param line at which it begins, from 1
 * @param query over the fields of cases; left out where names must not be told
 * @param because the reason that the site gives; its own text, so escape it
 */
public record SiteRule(String file, int line, Optional<String> query, String because) {
  public SiteRule {
    Objects.requireNonNull(file);
    Objects.requireNonNull(query);
    Objects.requireNonNull(because);
    if (line < 1) {
      throw new IllegalArgumentException("line " + line);
    }
  }
}
