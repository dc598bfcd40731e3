package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.FactId;
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
    return one.toString().compareTo(other.toString()) <= 0 ? one : other;
  }

  /** An event seen in two halves: the one with more records knows more. */
  private static int complete(SignalSent signal) {
    return signal.targets().size() + (signal.call().isPresent() ? 1000 : 0);
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
