package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * All observations of one host. Of those with one id the best form counts; undated forms are
 * shadowed where a dated form tells of the same kind of thing.
 */
final class Observations {
  /** A dated form covers this much around each of its facts. */
  private static final Duration REACH = Duration.ofMinutes(2);

  private final Map<String, Fact> best = new HashMap<>();

  void add(Fact fact) {
    best.merge(fact.provenance().id().withoutNode(), fact, SameEvent::better);
  }

  Collection<Fact> all() {
    return best.values();
  }

  /**
   * The facts that the correlator sees, with corrected times.
   *
   * @param signals the dated signals, which are kept elsewhere
   */
  List<Fact> counting(ClockCorrection clock, SignalRefs signals) {
    TreeSet<Instant> units = new TreeSet<>();
    TreeSet<Instant> texts = new TreeSet<>();
    List<Fact> counting = new ArrayList<>(best.size());
    List<Fact> undated = new ArrayList<>();
    for (Fact fact : best.values()) {
      if (fact.provenance().form().dated()) {
        counting.add(fact);
        if (fact instanceof UnitChanged && fact.provenance().form() == SourceForm.JOURNAL_JSON) {
          units.add(fact.provenance().time());
        }
      }
    }
    for (Fact fact : best.values()) {
      if (fact instanceof UnitChanged && fact.provenance().form() == SourceForm.JOURNAL_SHORT) {
        texts.add(clock.correct(fact).provenance().time());
      }
    }
    for (Fact fact : best.values()) {
      if (!fact.provenance().form().dated()) {
        Fact corrected = clock.correct(fact);
        Instant time = corrected.provenance().time();
        boolean shadowed =
            corrected instanceof SignalSent
                ? near(signals, time)
                : near(units, time) || (isStatus(corrected) && near(texts, time));
        if (!shadowed) {
          undated.add(corrected);
        }
      }
    }
    counting.addAll(TextCopies.without(undated));
    return counting;
  }

  /** The manager's own lines tell more than what systemctl sums up. */
  private static boolean isStatus(Fact fact) {
    return fact.provenance().form() == SourceForm.STATUS;
  }

  private static boolean near(SignalRefs signals, Instant time) {
    int next = signals.ceiling(ChronoUnit.MICROS.between(Instant.EPOCH, time.minus(REACH)));
    return next < signals.size()
        && signals.time(next) <= ChronoUnit.MICROS.between(Instant.EPOCH, time.plus(REACH));
  }

  private static boolean near(NavigableSet<Instant> stamps, Instant time) {
    Instant next = stamps.ceiling(time.minus(REACH));
    return next != null && !next.isAfter(time.plus(REACH));
  }
}
