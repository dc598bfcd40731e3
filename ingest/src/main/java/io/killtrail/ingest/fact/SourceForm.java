package io.killtrail.ingest.fact;

/**
 * The form in which an observation reached us, best first: where several forms tell the same event,
 * the first of this order is believed.
 */
public enum SourceForm {
  /** auditd's {@code log_format=ENRICHED}: names resolved on the host itself. */
  AUDIT_ENRICHED(true),
  /** auditd's {@code log_format=RAW}. */
  AUDIT_RAW(true),
  /** Audit events as other programs put them together, a JSON object each. */
  AUDIT_JSON(true),
  /** {@code journalctl -o json}, also audit records that journald received over netlink. */
  JOURNAL_JSON(true),
  /** {@code audit: type=1300 audit(...)} as the kernel prints it when there is no auditd. */
  KERNEL_PRINTK(true),
  /** A snapshot of processes, threads or PID files. */
  SNAPSHOT(true),
  /** Audit rules as a file or {@code auditctl} has them: dated by the file. */
  AUDIT_RULES(true),
  /**
   * {@code ausearch -i}: a serial, but local time without a zone, and names where the record has
   * numbers.
   */
  AUDIT_INTERPRETED(false),
  /** {@code journalctl -o short}, syslog files and the like: no year, no zone, no serial. */
  JOURNAL_SHORT(false),
  /** {@code systemctl status}: times in whole seconds of a zone that its name may not tell. */
  STATUS(false),
  /** {@code strace}: what a tracer saw of a signal's arrival; mostly without a date. */
  STRACE(false);

  private final boolean dated;

  SourceForm(boolean dated) {
    this.dated = dated;
  }

  /**
   * Whether its stamps are points in time; the others are local times whose year and zone are
   * assumed.
   */
  public boolean dated() {
    return dated;
  }
}
