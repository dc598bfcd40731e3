package io.killtrail.analyzer.cases;

import java.util.Objects;
import java.util.Optional;

/**
 * One run of the kernel, as far as evidence reaches.
 *
 * @param id boot id; empty when unknown
 * @param seen from its start, where that is known, else from the first sign of it; to the last sign
 * @param orderly whether its end was seen to be asked for; a crash or a power cut is not
 */
public record BootSpan(Optional<String> id, Span seen, boolean orderly) {
  public BootSpan {
    Objects.requireNonNull(id);
    Objects.requireNonNull(seen);
  }
}
