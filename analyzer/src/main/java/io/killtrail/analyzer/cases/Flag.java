package io.killtrail.analyzer.cases;

import java.util.Locale;

/** What a report leads with. */
public enum Flag {
  STALE_PID_FILE_COLLISION,
  UNEXPECTED_143;

  /** The word of the contract, such as {@code unexpected-143}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
