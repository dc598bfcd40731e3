package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.BootSeen.Sign;
import io.killtrail.ingest.fact.FactId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The boots that one journal tells of: the first and the last entry of each. */
final class BootSpans {
  /** An input with more boots is no journal of a real host; the rest go untold. */
  private static final int MOST = 10_000;

  private final Map<String, Last> boots = new LinkedHashMap<>();

  /**
   * The last entry of a boot so far.
   *
   * @param first names the first one
   */
  private record Last(
      FactId first, Origin origin, int ordinal, Instant time, Optional<Instant> started) {}

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
    FactId begun = before == null ? facts.origin().provenance(first).id() : before.first();
    boots.put(boot.get(), new Last(begun, facts.origin(), last, received, started));
  }

  /** The input is done for now; when it has grown, another entry is the last. */
  void finish(FactSink sink) {
    for (Last last : boots.values()) {
      FactId key = new FactId("last after " + last.first().text());
      sink.withdraw(key);
      sink.provisional(
          key,
          new BootSeen(
              last.origin().provenance(last.ordinal()), Sign.JOURNAL_LAST, last.started()));
    }
    boots.clear();
  }
}
