package io.killtrail.analyzer.cases;

import io.killtrail.ingest.fact.ProcessExited;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How it ended, as the evidence says; all empty for a presumed death.
 *
 * @param status exit status, or the number of the signal that ended it
 * @param unitResult systemd's result of the unit: success, exit-code, signal, timeout…
 */
public record Exit(
    Optional<ProcessExited.How> how, OptionalInt status, Optional<String> unitResult) {
  public Exit {
    Objects.requireNonNull(how);
    Objects.requireNonNull(status);
    Objects.requireNonNull(unitResult);
  }
}
