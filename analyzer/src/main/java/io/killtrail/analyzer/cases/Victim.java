package io.killtrail.analyzer.cases;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A process that ended. */
public record Victim(
    OptionalInt pid, Optional<String> comm, Optional<String> exe, Optional<String> unit) {
  public Victim {
    Objects.requireNonNull(pid);
    Objects.requireNonNull(comm);
    Objects.requireNonNull(exe);
    Objects.requireNonNull(unit);
  }
}
