package io.killtrail.analyzer.cases;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Whom the sender addressed.
 *
 * @param addressed what the number turned out to be
 * @param number the number as passed; empty where the call names none (own group, broadcast)
 */
public record Target(Kind addressed, OptionalInt number) {

  /** What a number passed to a signal call can be. */
  public enum Kind {
    PROCESS,
    THREAD,
    GROUP,
    OWN_GROUP,
    BROADCAST,
    PIDFD,
    NAMESPACE;

    /** The word of the contract, such as {@code own-group}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Target {
    Objects.requireNonNull(addressed);
    Objects.requireNonNull(number);
  }
}
