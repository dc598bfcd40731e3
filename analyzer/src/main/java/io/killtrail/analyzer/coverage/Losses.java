package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.coverage.Gap.Kind;
import io.killtrail.analyzer.coverage.Serials.Hole;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.EvidenceGap.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Losses that the kernel, journald and auditd's plugins confess, many lines as one span, and holes
 * in the serials, which show the same more exactly.
 */
final class Losses {
  /** Lines of one trouble follow each other faster. */
  private static final Duration PAUSE = Duration.ofSeconds(60);

  /** The kernel confesses within this. */
  private static final Duration NEAR = Duration.ofSeconds(10);

  private static final String SIGNALS = "signals of that time may be missing";

  private final Serials serials;
  private final List<Gap> gaps = new ArrayList<>();

  /** Of one boot. */
  private Losses(Optional<Serials> serials, List<EvidenceGap> confessed) {
    this.serials = serials.orElseGet(Serials::none);
    List<EvidenceGap> audit = of(Problem.AUDIT_LOST, confessed);
    for (Hole hole : this.serials.holes()) {
      gaps.add(gap(hole, audit));
    }
    long before = 0;
    for (Burst burst : Burst.of(audit, PAUSE)) {
      lostAudit(burst, before).ifPresent(gaps::add);
      before = Math.max(before, burst.highest());
    }
    for (Burst burst : Burst.of(of(Problem.PRINTK_SUPPRESSED, confessed), PAUSE)) {
      if (!this.serials.tellsOf(burst.from().minus(NEAR))) {
        gaps.add(
            burst.gap(
                Kind.LOST,
                "the kernel log was cut by its rate limit, by "
                    + records(burst.sum(), "record")
                    + ", and no other source has them",
                SIGNALS,
                NEAR));
      }
    }
    for (Burst burst : Burst.of(of(Problem.JOURNAL_DROPPED, confessed), PAUSE)) {
      gaps.add(
          burst.gap(
              Kind.JOURNAL,
              "journald dropped " + records(burst.sum(), "message") + ": " + burst.words(),
              "how units ended then, and whether a stop was asked for",
              Duration.ZERO));
    }
    for (Burst burst : Burst.of(of(Problem.FORWARD_DROPPED, confessed), PAUSE)) {
      gaps.add(
          burst.gap(
              Kind.REMARK,
              "auditd could not pass on all events: " + burst.words(),
              "copies that were sent on lack them; auditd's own log has them",
              Duration.ZERO));
    }
  }

  static List<Gap> of(Optional<Serials> serials, List<EvidenceGap> confessed) {
    return new Losses(serials, confessed).gaps;
  }

  private static List<EvidenceGap> of(Problem problem, List<EvidenceGap> confessed) {
    return confessed.stream().filter(gap -> gap.problem() == problem).toList();
  }

  private static String records(long count, String noun) {
    return count <= 0 ? noun + "s" : count + " " + noun + (count == 1 ? "" : "s");
  }

  private static Gap gap(Hole hole, List<EvidenceGap> confessed) {
    Set<String> reasons = new TreeSet<>();
    for (EvidenceGap line : confessed) {
      Instant at = line.provenance().time();
      if (!at.isBefore(hole.from().minus(NEAR)) && !at.isAfter(hole.to().plus(NEAR))) {
        reasons.add(Burst.reason(line.detail()));
      }
    }
    reasons.remove("");
    boolean somewhere = hole.count() < hole.last() - hole.first() + 1;
    String which =
        hole.first() == hole.last()
            ? "serial " + hole.first()
            : (somewhere ? "among serials " : "serials ") + hole.first() + " to " + hole.last();
    String why = reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
    return new Gap(
        Kind.LOST,
        hole.from(),
        hole.to(),
        records(hole.count(), "audit event") + " missing, " + which + why,
        SIGNALS);
  }

  /**
   * Records that overflow the hold queue were printed: no loss where the serials are whole. Other
   * losses may leave no hole, since a record that finds no room gets no serial.
   */
  private Optional<Gap> lostAudit(Burst burst, long before) {
    boolean told =
        gaps.stream()
            .filter(gap -> gap.kind() == Kind.LOST)
            .anyMatch(gap -> gap.overlaps(burst.from().minus(NEAR), burst.to().plus(NEAR)));
    boolean held = burst.onlyHoldQueue() && serials.whole(burst.from(), burst.to().minus(NEAR));
    if (told || held) {
      return Optional.empty();
    }
    long lost = burst.highest() - before;
    return Optional.of(
        burst.gap(
            Kind.LOST,
            "the kernel lost "
                + (lost > 0 ? "at least " : "")
                + records(lost, "audit record")
                + ": "
                + burst.words(),
            SIGNALS,
            NEAR));
  }
}
