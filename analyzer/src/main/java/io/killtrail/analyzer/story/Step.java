package io.killtrail.analyzer.story;

import io.killtrail.analyzer.cases.Evidence;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing that happened.
 *
 * @param kind what it is about
 * @param evidence when, in words, and by which fact
 */
public record Step(Kind kind, Evidence evidence) {

  /** What a step is about. */
  public enum Kind {
    BOOT,
    PROCESS,
    PID_FILE,
    THREAD,
    SIGNAL,
    EXIT,
    UNIT,
    SETTING,
    GAP;

    /** The word for people, as search has it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Step {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(evidence);
  }
}
