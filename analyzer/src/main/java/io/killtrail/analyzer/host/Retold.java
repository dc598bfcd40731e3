package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Signals that their receivers tell of, though a record of the call is there: the record counts.
 */
final class Retold {
  /** A program writes of a signal when it comes to it; text logs round to seconds. */
  private static final Duration LATE = Duration.ofSeconds(10);

  private static final NavigableSet<Instant> NONE = Collections.emptyNavigableSet();

  private record Act(OptionalInt sender, OptionalInt signal, int target) {}

  private Retold() {}

  static void dropFrom(List<SignalSent> signals) {
    if (signals.stream().noneMatch(SignalSent::told)) {
      return;
    }
    Map<Act, NavigableSet<Instant>> recorded = new HashMap<>();
    for (SignalSent signal : signals) {
      if (!signal.told()) {
        for (SignalTarget target : signal.targets()) {
          recorded
              .computeIfAbsent(act(signal, target), none -> new TreeSet<>())
              .add(signal.provenance().time());
        }
      }
    }
    signals.removeIf(
        signal ->
            signal.told()
                && !signal.targets().isEmpty()
                && near(
                    recorded.getOrDefault(act(signal, signal.targets().getFirst()), NONE),
                    signal.provenance().time()));
  }

  private static Act act(SignalSent signal, SignalTarget target) {
    return new Act(signal.sender().pid(), signal.signal(), target.opid());
  }

  private static boolean near(NavigableSet<Instant> times, Instant told) {
    Instant next = times.ceiling(told.minus(LATE));
    return next != null && !next.isAfter(told.plus(LATE));
  }
}
