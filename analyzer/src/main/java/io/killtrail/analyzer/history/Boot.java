package io.killtrail.analyzer.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of the kernel.
 *
 * @param number its place among the boots of the host that the evidence shows, from 0
 * @param id boot id; empty when the evidence shows that there was a boot but not which
 * @param start when it began; the earliest possible time where that is not known
 * @param shutdown when its orderly end began; empty when it did not end orderly, or not that we
 *     know
 */
public record Boot(int number, Optional<String> id, Instant start, Optional<Instant> shutdown) {
  public Boot {
    Objects.requireNonNull(id);
    Objects.requireNonNull(start);
    Objects.requireNonNull(shutdown);
  }
}
