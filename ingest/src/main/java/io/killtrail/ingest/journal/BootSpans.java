package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.BootSeen.Sign;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The boots that one journal tells of: the first and the last entry of each. */
final class BootSpans {
  /** An input with more boots is no journal of a real host; the rest go untold. */
  private static final int MOST = 10_000;

  private final Map<String, Last> boots = new LinkedHashMap<>();

  /** The last entry of a boot so far. */
  private record Last(Origin origin, int ordinal, Instant time, Optional<Instant> started) {}

  /**
   * Takes note of an entry.
   *
   * @param received when journald got it
   * @param started when its boot began, by that clock
   */
  void read(EntryFacts facts, Instant received, Optional<Instant> started) {
    int first = facts.reserve();
    int last = facts.reserve();
    Optional<String> boot = facts.origin().bootId();
    if (boot.isEmpty()) {
      return;
    }
    Last before = boots.get(boot.get());
    if (before == null) {
      if (boots.size() == MOST) {
        return;
      }
      facts.add(first, provenance -> new BootSeen(provenance, Sign.JOURNAL_FIRST, started));
    } else if (before.time().isAfter(received)) {
      return;
    }
    boots.put(boot.get(), new Last(facts.origin(), last, received, started));
  }

  /** The input is done. */
  void finish(FactSink sink) {
    for (Last last : boots.values()) {
      sink.fact(
          new BootSeen(
              last.origin().provenance(last.ordinal()), Sign.JOURNAL_LAST, last.started()));
    }
    boots.clear();
  }
}
