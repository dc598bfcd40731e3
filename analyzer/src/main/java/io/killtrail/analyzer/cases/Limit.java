package io.killtrail.analyzer.cases;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * The setting that ran out.
 *
 * @param setting such as {@code TimeoutStopSec}
 * @param seconds its value: from the record, or measured between the records
 */
public record Limit(String setting, OptionalLong seconds) {
  public Limit {
    Objects.requireNonNull(setting);
    Objects.requireNonNull(seconds);
  }
}
