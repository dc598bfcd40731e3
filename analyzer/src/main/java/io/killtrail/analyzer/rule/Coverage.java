package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the evidence would have shown: the spans in which audit and the service manager were heard,
 * boot by boot.
 */
public final class Coverage {
  private final HostHistory history;
  private final Map<Integer, Span> audit = new HashMap<>();
  private final Map<Integer, Span> manager = new HashMap<>();

  /**
   * Hears all facts.
   *
   * @param signalMicros when dated signals were seen, in microseconds since 1970
   */
  public Coverage(HostFacts facts, long[] signalMicros, HostHistory history) {
    this.history = history;
    for (long micros : signalMicros) {
      hear(audit, Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
    facts.signals().forEach(fact -> hear(audit, fact));
    for (UnitChanged change : facts.units()) {
      hear(change.witness() == UnitChanged.Witness.AUDIT ? audit : manager, change);
    }
    for (ProcessSeen seen : facts.processes()) {
      if (isAudit(seen.provenance().form()) && seen.by() != ProcessSeen.By.JOURNAL) {
        hear(audit, seen);
      }
    }
  }

  private static boolean isAudit(SourceForm form) {
    return switch (form) {
      case AUDIT_ENRICHED, AUDIT_RAW, KERNEL_PRINTK -> true;
      case JOURNAL_JSON, SNAPSHOT, JOURNAL_SHORT -> false;
    };
  }

  private void hear(Map<Integer, Span> spans, Fact fact) {
    hear(spans, fact.provenance().time());
  }

  private void hear(Map<Integer, Span> spans, Instant time) {
    spans.merge(
        history.bootAt(time).number(),
        new Span(time, time),
        (a, b) ->
            new Span(
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.to().isAfter(b.to()) ? a.to() : b.to()));
  }

  /** Whether a recorded signal at that time would be known. */
  boolean auditHeard(Instant time) {
    return heard(audit, time);
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

  private record Span(Instant from, Instant to) {}
}
