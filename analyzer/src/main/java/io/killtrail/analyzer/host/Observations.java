package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All observations of one host. Of those with one id the best form counts; undated forms are
 * shadowed where a dated form tells of the same kind of thing.
 */
final class Observations {
  /** A dated form covers this much around each of its facts. */
  private static final Duration REACH = Duration.ofMinutes(2);

  private final Map<String, Fact> best = new HashMap<>();

  void add(Fact fact) {
    best.merge(key(fact.provenance().id()), fact, Observations::better);
  }

  /** The id without the node: one event may reach us with and without it. */
  private static String key(FactId id) {
    String text = id.text();
    int at = text.startsWith("audit:") ? text.indexOf('@') : -1;
    return at < 0 ? text : "audit:" + text.substring(at + 1);
  }

  private static Fact better(Fact one, Fact other) {
    int byForm = one.provenance().form().compareTo(other.provenance().form());
    if (byForm != 0) {
      return byForm < 0 ? one : other;
    }
    if (one instanceof SignalSent first && other instanceof SignalSent second) {
      return complete(first) >= complete(second) ? one : other;
    }
    return one;
  }

  /** An event seen in two halves: the one with more records knows more. */
  private static int complete(SignalSent signal) {
    return signal.targets().size() + (signal.call().isPresent() ? 1000 : 0);
  }

  Collection<Fact> all() {
    return best.values();
  }

  /** The facts that the correlator sees, with corrected times. */
  List<Fact> counting(ClockCorrection clock) {
    if (best.values().stream().allMatch(fact -> fact.provenance().form().dated())) {
      return List.copyOf(best.values());
    }
    Coverage signals = new Coverage();
    Coverage units = new Coverage();
    for (Fact fact : best.values()) {
      if (fact.provenance().form().dated()) {
        switch (fact) {
          case SignalSent signal -> signals.add(signal.provenance().time());
          case UnitChanged change -> {
            if (change.provenance().form() == SourceForm.JOURNAL_JSON) {
              units.add(change.provenance().time());
            }
          }
          case Fact other -> {}
        }
      }
    }
    List<Fact> counting = new ArrayList<>(best.size());
    for (Fact fact : best.values()) {
      if (fact.provenance().form().dated()) {
        counting.add(fact);
      } else {
        Fact corrected = clock.correct(fact);
        Coverage rival = corrected instanceof SignalSent ? signals : units;
        if (!rival.reaches(corrected.provenance().time())) {
          counting.add(corrected);
        }
      }
    }
    return counting;
  }

  /** The spans of time that dated facts cover. */
  private static final class Coverage {
    private final TreeMap<Instant, Boolean> stamps = new TreeMap<>();

    void add(Instant time) {
      stamps.put(time, true);
    }

    boolean reaches(Instant time) {
      Map.Entry<Instant, Boolean> before = stamps.floorEntry(time);
      Map.Entry<Instant, Boolean> after = stamps.ceilingEntry(time);
      return near(before, time) || near(after, time);
    }

    private static boolean near(Map.Entry<Instant, Boolean> stamp, Instant time) {
      return stamp != null && Duration.between(stamp.getKey(), time).abs().compareTo(REACH) <= 0;
    }
  }
}
