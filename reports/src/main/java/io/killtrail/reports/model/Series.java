package io.killtrail.reports.model;

import java.util.Objects;

/**
 * Makes a report one of a series, which knows what the earlier ones told.
 *
 * @param told what they told
 * @param late whether what no report told is told though it happened before the report's time: its
 *     evidence came late
 * @param newOnly whether nothing is told twice
 */
public record Series(Told told, boolean late, boolean newOnly) {
  public Series {
    Objects.requireNonNull(told);
  }
}
