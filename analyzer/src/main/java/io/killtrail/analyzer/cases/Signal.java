package io.killtrail.analyzer.cases;

import io.killtrail.ingest.fact.Signals;

/** A signal by number, with its name such as {@code SIGTERM}. */
public record Signal(int number) {
  /** Its name; see {@link Signals#name}. */
  public String name() {
    return Signals.name(number);
  }
}
