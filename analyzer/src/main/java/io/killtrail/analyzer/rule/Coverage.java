package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.coverage.Gap;
import io.killtrail.analyzer.coverage.Uncovered;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the evidence would have shown. auditd's log is heard in a boot from its first to its last
 * record, if it holds any signal at all: else no rule asked for them. The journal and the kernel's
 * log hold audit records only while auditd does not take them, so they are heard just around those
 * they hold.
 */
public final class Coverage {
  private static final Duration AROUND = Duration.ofSeconds(60);

  private final HostHistory history;
  private final Uncovered uncovered;
  private final Map<Integer, Span> auditLog = new TreeMap<>();
  private final Map<Integer, Boolean> signalsInLog = new HashMap<>();
  private final Map<Integer, Span> manager = new TreeMap<>();
  private final Stamps elsewhere = new Stamps();

  /**
   * Hears all facts.
   *
   * @param uncovered what is known to be missing
   * @param logMicros when auditd's log has signals, in microseconds since 1970
   * @param otherMicros when other forms have signals
   */
  public Coverage(
      HostFacts facts,
      long[] logMicros,
      long[] otherMicros,
      HostHistory history,
      Uncovered uncovered) {
    this.history = history;
    this.uncovered = uncovered;
    for (long micros : logMicros) {
      Instant time = time(micros);
      hear(auditLog, time);
      signalsInLog.put(history.bootAt(time).number(), true);
    }
    for (long micros : otherMicros) {
      elsewhere.add(time(micros));
    }
    facts.signals().forEach(fact -> elsewhere.add(fact.provenance().time()));
    facts.units().forEach(this::hear);
    facts.processes().forEach(this::hear);
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private void hear(UnitChanged change) {
    if (change.witness() != UnitChanged.Witness.AUDIT) {
      hear(manager, change.provenance().time());
    } else if (fromLog(change)) {
      hear(auditLog, change.provenance().time());
    }
  }

  private void hear(ProcessSeen seen) {
    if (fromLog(seen)) {
      hear(auditLog, seen.provenance().time());
    }
  }

  private static boolean fromLog(Fact fact) {
    return switch (fact.provenance().form()) {
      case AUDIT_ENRICHED, AUDIT_RAW -> true;
      case AUDIT_JSON,
          JOURNAL_JSON,
          KERNEL_PRINTK,
          SNAPSHOT,
          AUDIT_RULES,
          AUDIT_INTERPRETED,
          JOURNAL_SHORT,
          STATUS,
          STRACE ->
          false;
    };
  }

  private void hear(Map<Integer, Span> spans, Instant time) {
    spans.merge(history.bootAt(time).number(), new Span(time, time), Span::and);
  }

  /** Whether a signal that ended something at that time would be known. */
  public boolean auditHeard(Instant time) {
    return silence(time).isEmpty();
  }

  /** Why a signal that ended something at that time may be unknown, for people. */
  Optional<String> silence(Instant time) {
    Optional<Gap> gap = hidingExit(time);
    if (gap.isPresent()) {
      return gap.map(Gap::problem);
    }
    boolean log = signalsInLog.containsKey(history.bootAt(time).number()) && heard(auditLog, time);
    return log || elsewhere.near(time, AROUND)
        ? uncovered.unwatchedAlways()
        : Optional.of("audit was not heard at that time");
  }

  /** The gap that may hide the signal which ended something at that time. */
  Optional<Gap> hidingExit(Instant time) {
    return hidingSignals(time, Uncovered.BEFORE_EXIT);
  }

  /** The gap that may hide another signal than the one which was sent at that time. */
  Optional<Gap> hidingSignals(Instant time) {
    return hidingSignals(time, Uncovered.BEFORE_SIGNAL);
  }

  private Optional<Gap> hidingSignals(Instant time, Duration before) {
    return uncovered.hidingSignals(time.minus(before), time.plus(Uncovered.AFTER));
  }

  /** The gap that may hide what the manager said about that time. */
  Optional<Gap> hidingLines(Instant time) {
    return uncovered.hidingLines(time.minus(Uncovered.BEFORE_SIGNAL), time.plus(Uncovered.AFTER));
  }

  /** Whether a line of the service manager at that time would be known. */
  boolean managerHeard(Instant time) {
    return heard(manager, time);
  }

  private boolean heard(Map<Integer, Span> spans, Instant time) {
    return Optional.ofNullable(spans.get(history.bootAt(time).number()))
        .filter(span -> !time.isBefore(span.from()) && !time.isAfter(span.to()))
        .isPresent();
  }

  /** When audit records of signal calls were heard, in whatever order and overlap. */
  public List<Span> signalsHeard() {
    List<Span> heard = elsewhere.spans(AROUND);
    signalsInLog.keySet().forEach(boot -> heard.add(auditLog.get(boot)));
    return heard;
  }

  /** When the service manager was heard, boot by boot. */
  public List<Span> managerHeard() {
    return List.copyOf(manager.values());
  }
}
