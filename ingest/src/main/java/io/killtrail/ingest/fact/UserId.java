package io.killtrail.ingest.fact;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A user of the host that wrote the log: by number, by name, or both.
 *
 * @param number the number; empty where the record gives the name alone ({@code ausearch -i})
 * @param name its name where the record itself gives it (ENRICHED), never looked up here
 */
public record UserId(OptionalLong number, Optional<String> name) {
  private static final String ROOT = "root";

  public UserId {
    Objects.requireNonNull(number);
    Objects.requireNonNull(name);
    if (number.isEmpty() && name.isEmpty()) {
      throw new IllegalArgumentException("a user without number and name");
    }
  }

  /** A user whose number is known. */
  public UserId(long number, Optional<String> name) {
    this(OptionalLong.of(number), name);
  }

  /** A user of whom the record gives the name alone; root is 0 on every host. */
  public static UserId named(String name) {
    OptionalLong number = name.equals(ROOT) ? OptionalLong.of(0) : OptionalLong.empty();
    return new UserId(number, Optional.of(name));
  }

  public boolean isRoot() {
    return number.equals(OptionalLong.of(0));
  }

  /** Whether both are one user, as far as the records tell. */
  public boolean same(UserId other) {
    boolean numbered = number.isPresent() && other.number.isPresent();
    return numbered ? number.equals(other.number) : name.isPresent() && name.equals(other.name);
  }

  /** The number, where it is unknown the name. */
  public String label() {
    return number.isPresent() ? Long.toString(number.getAsLong()) : name.orElseThrow();
  }
}
