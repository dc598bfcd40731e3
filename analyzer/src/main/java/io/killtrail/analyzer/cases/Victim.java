package io.killtrail.analyzer.cases;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A process that ended.
 *
 * @param chain its ancestors as far as evidence goes, nearest first, such as {@code systemd[1]}
 */
public record Victim(
    OptionalInt pid,
    Optional<String> comm,
    Optional<String> exe,
    Optional<String> unit,
    List<String> chain) {
  /** Nothing is known of it. */
  public static final Victim UNKNOWN =
      new Victim(
          OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Victim {
    Objects.requireNonNull(pid);
    Objects.requireNonNull(comm);
    Objects.requireNonNull(exe);
    Objects.requireNonNull(unit);
    chain = List.copyOf(chain);
  }
}
