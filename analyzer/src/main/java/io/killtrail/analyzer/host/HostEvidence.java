package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * All evidence of one host. Signals can be many: of those with dated stamps only time and address
 * are kept, and they are read again a window at a time.
 */
public final class HostEvidence {
  private final Optional<String> host;
  private final IntFunction<SignalSent> signals;
  private final Observations observations = new Observations();
  private final SignalRefs refs = new SignalRefs();
  private final Times logTimes = new Times();
  private final Times otherTimes = new Times();
  private final LaterSightings later = new LaterSightings();
  private final SignalCalls calls = new SignalCalls();
  private Optional<HostFacts> base = Optional.empty();

  /**
   * Nothing yet.
   *
   * @param host empty when no evidence names it
   * @param signals gives a signal again for its address
   */
  public HostEvidence(Optional<String> host, IntFunction<SignalSent> signals) {
    this.host = host;
    this.signals = signals;
  }

  /** Evidence that is all at hand, as tests have it. */
  public static HostEvidence of(Optional<String> host, List<? extends Fact> facts) {
    List<SignalSent> kept = new ArrayList<>();
    HostEvidence evidence = new HostEvidence(host, kept::get);
    for (Fact fact : facts) {
      if (fact instanceof SignalSent signal) {
        kept.add(signal);
        evidence.add(kept.size() - 1, signal);
      } else {
        evidence.add(fact);
      }
    }
    return evidence;
  }

  /** Takes a fact that is no signal. */
  public void add(Fact fact) {
    observations.add(fact);
  }

  /** Takes a signal, to be had again at this address. */
  public void add(int address, SignalSent signal) {
    // What receivers tell shows no coverage, and shadows nothing.
    if (!signal.told()) {
      calls.add(signal);
    }
    if (signal.provenance().form().dated() && !signal.told()) {
      long time = micros(signal.provenance().time());
      refs.add(time, address);
      (signal.provenance().form().compareTo(SourceForm.AUDIT_RAW) <= 0 ? logTimes : otherTimes)
          .add(time);
      later.add(signal);
    } else {
      observations.add(signal);
    }
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /** Where and when processes were seen sending and receiving signals. */
  public LaterSightings laterSightings() {
    return later;
  }

  /** Which calls were recorded. */
  public SignalCalls calls() {
    return calls;
  }

  /** When auditd's log has signals, in microseconds since 1970. */
  public long[] logMicros() {
    return logTimes.toArray();
  }

  /** When the journal or the kernel's log have signals, in microseconds since 1970. */
  public long[] otherMicros() {
    return otherTimes.toArray();
  }

  /** Times of the first and last signals, exits and unit changes; empty when there are none. */
  public List<Instant> period() {
    List<Instant> times = new ArrayList<>();
    HostFacts facts = withoutSignals();
    for (List<? extends Fact> kind : List.of(facts.signals(), facts.exits(), facts.units())) {
      if (!kind.isEmpty()) {
        times.add(kind.getFirst().provenance().time());
        times.add(kind.getLast().provenance().time());
      }
    }
    if (refs.size() > 0) {
      times.add(Instant.EPOCH.plus(refs.time(0), ChronoUnit.MICROS));
      times.add(Instant.EPOCH.plus(refs.time(refs.size() - 1), ChronoUnit.MICROS));
    }
    return times;
  }

  /** All facts but dated signals. */
  public HostFacts withoutSignals() {
    if (base.isEmpty()) {
      refs.sort();
      later.sort();
      ClockCorrection clock = clock();
      base = Optional.of(HostFacts.of(host, observations.counting(clock, refs), clock.notes()));
    }
    return base.get();
  }

  private ClockCorrection clock() {
    ClockCorrection.Learner learner = new ClockCorrection.Learner(observations.all());
    if (learner.asks()) {
      observations.all().forEach(learner::hear);
      for (int i = 0; i < refs.size(); i++) {
        learner.hear(signals.apply(refs.address(i)));
      }
    }
    return learner.learnt();
  }

  /**
   * The windows in which the signals are to be looked at, in order; at least one.
   *
   * @param cause how long before a death the signal may have been that caused it
   */
  public List<Window> windows(Duration cause) {
    return Window.over(refs, cause);
  }

  /** The facts with the signals of one window and around it. */
  public HostFacts facts(HostFacts withoutSignals, Window window) {
    Observations seen = new Observations();
    for (int i = window.first(); i < window.end(); i++) {
      seen.add(signals.apply(refs.address(i)));
    }
    List<SignalSent> merged = new ArrayList<>();
    for (Fact fact : seen.all()) {
      if (fact instanceof SignalSent signal) {
        merged.add(signal);
      }
    }
    return withoutSignals.with(merged);
  }

  /**
   * The facts from one moment to before another, in the total order: each event once, stamps
   * corrected.
   *
   * @param limit so many are enough
   */
  public List<Fact> between(Instant from, Instant to, int limit) {
    HostFacts others = withoutSignals();
    int first = refs.ceiling(micros(from));
    // One event may be seen by several roads, each of which has an address.
    long roads = SourceForm.values().length * (long) limit;
    int end = (int) Math.min(refs.ceiling(micros(to)), first + roads);
    return facts(others, new Window(from, to, first, end)).all().stream()
        .filter(fact -> !fact.provenance().time().isBefore(from))
        .filter(fact -> fact.provenance().time().isBefore(to))
        .sorted(HostFacts.TOTAL_ORDER)
        .limit(limit)
        .toList();
  }
}
