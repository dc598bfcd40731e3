package io.killtrail.analyzer.coverage;

import io.killtrail.analyzer.recording.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A span of time of which something may be missing.
 *
 * @param from since when
 * @param to until when
 * @param problem what went wrong, for people
 * @param affects which questions it leaves open, for people
 */
public record Gap(Kind kind, Instant from, Instant to, String problem, String affects) {
  /** Services that restart and rules that are loaded again take less. */
  private static final Duration USUAL = Duration.ofSeconds(60);

  /** What went wrong. */
  public enum Kind {
    /** Audit records were lost on their way. */
    LOST,
    /** auditd was not there to take records. */
    DOWN,
    /** Auditing was switched off. */
    OFF,
    /** No rule asked for signals. */
    UNWATCHED,
    /** Nothing at all of audit. */
    NO_AUDIT,
    /** Lines of the journal are missing. */
    JOURNAL,
    /** Hides nothing that a case could be about. */
    REMARK
  }

  public Gap {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(problem);
    Objects.requireNonNull(affects);
    if (to.isBefore(from)) {
      Instant earlier = to;
      to = from;
      from = earlier;
    }
  }

  /** Whether signals of that time may be unknown. */
  public boolean hidesSignals() {
    return switch (kind) {
      case LOST, DOWN, OFF, UNWATCHED, NO_AUDIT -> true;
      case JOURNAL, REMARK -> false;
    };
  }

  /** Whether it is so short and usual that it is worth telling only where a case lies in it. */
  public boolean minor() {
    return switch (kind) {
      case OFF, UNWATCHED -> Duration.between(from, to).compareTo(USUAL) < 0;
      case LOST, DOWN, NO_AUDIT, JOURNAL, REMARK -> false;
    };
  }

  /** What would have kept the records. */
  public Optional<Remedy> remedy() {
    return switch (kind) {
      case LOST -> Optional.of(Remedy.ROOM);
      case DOWN, NO_AUDIT -> Optional.of(Remedy.AUDITD);
      case OFF -> Optional.of(Remedy.ENABLE);
      case UNWATCHED, JOURNAL, REMARK -> Optional.empty();
    };
  }

  /** Whether rules asked for the records that are missing: more rules would not have helped. */
  public boolean rulesWereThere() {
    return switch (kind) {
      case LOST, DOWN, OFF -> true;
      case UNWATCHED, NO_AUDIT, JOURNAL, REMARK -> false;
    };
  }

  /** Whether it has any time in common with a span. */
  public boolean overlaps(Instant since, Instant until) {
    return !from.isAfter(until) && !to.isBefore(since);
  }
}
