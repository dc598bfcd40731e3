package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;

/** Observations of one event by several roads, which have one id: which of them counts. */
public final class SameEvent {
  private SameEvent() {}

  /** The one in the better form; of two in one form the one that knows more. */
  public static Fact better(Fact one, Fact other) {
    int byForm = one.provenance().form().compareTo(other.provenance().form());
    if (byForm != 0) {
      return byForm < 0 ? one : other;
    }
    if (one instanceof SignalSent first && other instanceof SignalSent second) {
      return complete(first) >= complete(second) ? one : other;
    }
    return one.toString().compareTo(other.toString()) <= 0 ? one : other;
  }

  /** An event seen in two halves: the one with more records knows more. */
  private static int complete(SignalSent signal) {
    return signal.targets().size() + (signal.call().isPresent() ? 1000 : 0);
  }
}
