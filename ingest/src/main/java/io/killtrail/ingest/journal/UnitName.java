package io.killtrail.ingest.journal;

import java.util.Optional;
import java.util.Set;

/** Tells unit names from descriptions (systemd.unit(5)). */
public final class UnitName {
  /** The longest name that systemd allows (UNIT_NAME_MAX). */
  private static final int LONGEST = 255;

  private static final Set<String> TYPES =
      Set.of(
          "service",
          "socket",
          "device",
          "mount",
          "automount",
          "swap",
          "target",
          "path",
          "timer",
          "slice",
          "scope",
          "snapshot",
          "busname");

  private UnitName() {}

  /** The text, if it can be a unit's name. */
  public static Optional<String> of(String text) {
    int dot = text.lastIndexOf('.');
    boolean named =
        dot > 0
            && text.length() <= LONGEST
            && text.indexOf(' ') < 0
            && TYPES.contains(text.substring(dot + 1));
    return named ? Optional.of(text) : Optional.empty();
  }
}
