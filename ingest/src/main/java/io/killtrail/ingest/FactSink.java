package io.killtrail.ingest;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;

/** Takes what an ingest run finds, one input after the other, facts in the order of the input. */
public interface FactSink {

  /**
   * Whether this content is known already, so that reading it again would add nothing.
   *
   * @param digest SHA-256 of the input's bytes as they lie on disk, lower-case hex
   */
  boolean known(String digest);

  /** A fact of the current input. */
  void fact(Fact fact);

  /** A line of the current input that could not be read. */
  void rejected(Rejection rejection);

  /** The current input is done. Called for skipped and unreadable inputs too. */
  void finished(InputSummary summary);

  /**
   * A fact of what may not be complete yet; it counts until its id is withdrawn.
   *
   * @param id of the event or account of which it is one
   */
  default void provisional(FactId id, Fact fact) {
    fact(fact);
  }

  /** Takes back what was given provisionally under this id. */
  default void withdraw(FactId id) {}

  /** What was read before. */
  default InputBook book() {
    return InputBook.NONE;
  }
}
