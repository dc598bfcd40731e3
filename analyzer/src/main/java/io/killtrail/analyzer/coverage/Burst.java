package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.coverage.Gap.Kind;
import io.killtrail.ingest.fact.EvidenceGap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Lines of one kind of loss that follow each other closely; never empty. */
final class Burst {
  private static final String HOLD_QUEUE = "hold queue overflow";

  /** What the kernel gives as the reason, with what is kept of it. */
  private static final List<String> REASONS =
      List.of(
          "rate limit exceeded",
          "backlog limit exceeded",
          HOLD_QUEUE,
          "out of memory",
          "printk limit exceeded",
          "auditd disappeared",
          "*no* daemon");

  private static final int WORDS = 120;

  private final List<EvidenceGap> lines = new ArrayList<>();

  private Burst(EvidenceGap first) {
    lines.add(first);
  }

  static List<Burst> of(List<EvidenceGap> inOrder, Duration pause) {
    List<Burst> bursts = new ArrayList<>();
    for (EvidenceGap line : inOrder) {
      if (bursts.isEmpty() || line.provenance().time().isAfter(bursts.getLast().to().plus(pause))) {
        bursts.add(new Burst(line));
      } else {
        bursts.getLast().lines.add(line);
      }
    }
    return bursts;
  }

  Instant from() {
    return lines.getFirst().provenance().time();
  }

  Instant to() {
    return lines.getLast().provenance().time();
  }

  /** The highest state of a counter that goes on for the whole boot. */
  long highest() {
    return lines.stream().mapToLong(line -> line.lost().orElse(0)).max().orElse(0);
  }

  /** All that the lines count, each for itself. */
  long sum() {
    return lines.stream().mapToLong(line -> line.lost().orElse(0)).sum();
  }

  /** Whether nothing but an overflow of the kernel's queue for an absent auditd is given. */
  boolean onlyHoldQueue() {
    return reasons().equals(Set.of(HOLD_QUEUE));
  }

  private Set<String> reasons() {
    Set<String> reasons = new TreeSet<>();
    lines.forEach(line -> reasons.add(reason(line.detail())));
    reasons.remove("");
    return reasons;
  }

  /** The reason in a line of the kernel; empty when it gives none, as {@code audit_lost=7}. */
  static String reason(String detail) {
    String small = detail.toLowerCase(Locale.ROOT);
    return REASONS.stream().filter(small::contains).findFirst().orElse("");
  }

  /** The reasons, else the first line as it is. */
  String words() {
    Set<String> reasons = reasons();
    String first = lines.getFirst().detail();
    return reasons.isEmpty()
        ? first.substring(0, Math.min(first.length(), WORDS))
        : String.join(", ", reasons);
  }

  /** A gap from the first line to the last, and so much before. */
  Gap gap(Kind kind, String problem, String affects, Duration before) {
    return new Gap(kind, from().minus(before), to(), problem, affects);
  }
}
