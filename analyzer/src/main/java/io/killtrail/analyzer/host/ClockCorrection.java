package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stamps without year and zone really mean, learnt for each input from events that dated
 * evidence of the same host tells too: the offset on which most of them agree. Zones lie a multiple
 * of 15 minutes apart, years a multiple of a day.
 */
final class ClockCorrection {
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

  /** Stamps of one event by two roads differ by a second of rounding and some delay. */
  private static final long SLACK = 3;

  /** So many common events make a coincidence unlikely. */
  private static final int ENOUGH = 3;

  private static final int MOST_REPEATED = 100;

  private final Map<String, Duration> byInput;

  private ClockCorrection(Map<String, Duration> byInput) {
    this.byInput = byInput;
  }

  /** Listens to dated facts for those that undated ones tell too. */
  static final class Learner {
    private final Map<String, List<Fact>> undated = new HashMap<>();
    private final Map<String, Map<Long, Integer>> votes = new TreeMap<>();

    Learner(Collection<Fact> facts) {
      for (Fact fact : facts) {
        if (!fact.provenance().form().dated()) {
          signature(fact)
              .ifPresent(
                  signature ->
                      undated.computeIfAbsent(signature, none -> new ArrayList<>()).add(fact));
        }
      }
    }

    /** Whether there is anything to learn. */
    boolean asks() {
      return !undated.isEmpty();
    }

    void hear(Fact fact) {
      if (fact.provenance().form().dated()) {
        List<Fact> same =
            signature(fact).map(name -> undated.getOrDefault(name, List.of())).orElse(List.of());
        // An event that is told a hundred times over votes for a hundred offsets: it says nothing.
        if (same.size() <= MOST_REPEATED) {
          same.forEach(other -> vote(other, fact.provenance().time()));
        }
      }
    }

    private void vote(Fact undatedFact, Instant time) {
      long seconds = Duration.between(undatedFact.provenance().time(), time).toSeconds();
      long rounded = Math.floorDiv(seconds + SLACK, QUARTER) * QUARTER;
      if (Math.abs(seconds - rounded) <= SLACK) {
        input(undatedFact)
            .ifPresent(
                input ->
                    votes
                        .computeIfAbsent(input, none -> new TreeMap<>())
                        .merge(rounded, 1, Integer::sum));
      }
    }

    ClockCorrection learnt() {
      Map<String, Duration> byInput = new TreeMap<>();
      votes.forEach((input, offsets) -> winner(offsets).ifPresent(won -> byInput.put(input, won)));
      return new ClockCorrection(byInput);
    }
  }

  private static Optional<Duration> winner(Map<Long, Integer> offsets) {
    return offsets.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparingLong(entry -> -Math.abs(entry.getKey())))
        .filter(entry -> entry.getValue() >= ENOUGH)
        .map(entry -> Duration.ofSeconds(entry.getKey()));
  }

  /** What makes two facts tellings of one event, whatever their clocks say. */
  private static Optional<String> signature(Fact fact) {
    return switch (fact) {
      case SignalSent signal ->
          Optional.of(
              "signal "
                  + signal.sender().pid()
                  + signal.addressed()
                  + signal.signal()
                  + signal.sender().comm());
      case UnitChanged change ->
          change.unit().flatMap(unit -> unitSignature(unit, change.change()));
      case Fact other -> Optional.empty();
    };
  }

  /** Audit tells only that a service started, stopped or failed. */
  private static Optional<String> unitSignature(String unit, UnitChanged.Change change) {
    return switch (change) {
      case UnitChanged.Started none -> Optional.of("start " + unit);
      case UnitChanged.Deactivated none -> Optional.of("stop " + unit);
      case UnitChanged.Failed none -> Optional.of("stop " + unit);
      case UnitChanged.Change other -> Optional.empty();
    };
  }

  private static Optional<String> input(Fact fact) {
    return fact.provenance().raw().stream().findFirst().map(RawRecord::input);
  }

  Fact correct(Fact fact) {
    Duration offset =
        input(fact).map(input -> byInput.getOrDefault(input, Duration.ZERO)).orElse(Duration.ZERO);
    return offset.isZero() ? fact : Moved.by(fact, offset);
  }

  /** For people, one line an input. */
  List<String> notes() {
    return byInput.entrySet().stream()
        .filter(entry -> !entry.getValue().isZero())
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(
            entry ->
                "stamps of "
                    + entry.getKey()
                    + " moved by "
                    + entry.getValue()
                    + ", as dated evidence of the same events shows")
        .toList();
  }
}
