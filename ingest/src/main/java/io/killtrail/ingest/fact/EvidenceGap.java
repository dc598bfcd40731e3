package io.killtrail.ingest.fact;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The evidence says of itself that something is missing.
 *
 * @param problem what went wrong
 * @param from since when, where known; the provenance's time is when it was said
 * @param to until when
 * @param lost how many records, where known
 * @param detail the words of the evidence
 */
public record EvidenceGap(
    Provenance provenance,
    Problem problem,
    Optional<Instant> from,
    Optional<Instant> to,
    OptionalLong lost,
    String detail)
    implements Fact {

  /** The kinds of loss. */
  public enum Problem {
    /** The kernel lost audit records, as its own messages or its counter say. */
    AUDIT_LOST,
    /** The kernel log's rate limit. */
    PRINTK_SUPPRESSED,
    /** journald dropped messages. */
    JOURNAL_DROPPED,
    /** A plugin of auditd dropped events on their way to another host or program. */
    FORWARD_DROPPED
  }

  public EvidenceGap {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(problem);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(lost);
    Objects.requireNonNull(detail);
  }
}
