package io.killtrail.ingest;

/** What an input is, found out from its content alone. */
public enum InputFormat {
  /** auditd's log, RAW or ENRICHED. */
  AUDIT_LOG("audit log"),
  /** Audit events as JSON objects, by laurel, go-audit, auditbeat and the like. */
  AUDIT_JSON("audit events, JSON"),
  /** {@code journalctl -o json}. */
  JOURNAL_JSON("journal, JSON"),
  /** {@code journalctl -o export}. */
  JOURNAL_EXPORT("journal, export"),
  /** The text forms of journalctl but short-monotonic, and syslog. */
  JOURNAL_SHORT("journal, short"),
  /** {@code journalctl -o short-monotonic}, whose stamps have no date. */
  JOURNAL_MONOTONIC("journal, monotonic"),
  /** {@code systemctl status}. */
  SYSTEMCTL_STATUS("systemctl status"),
  /** {@code strace} of a process that was signalled. */
  STRACE("strace"),
  /** A binary journal, as journald keeps it: {@code *.journal}. */
  JOURNAL_FILE("journal file"),
  /** The kernel's log with audit records, as dmesg or a serial console shows it. */
  KERNEL_LOG("kernel log"),
  /** Snapshot of processes and threads. */
  PROCESS_SNAPSHOT("process snapshot"),
  /** Snapshot of PID files. */
  PID_FILE_SNAPSHOT("PID file snapshot"),
  /** A tar or zip archive; what it holds is told by itself. */
  ARCHIVE("archive"),
  /** Audit rules: {@code audit.rules}, {@code auditctl -l} and {@code -s}. */
  AUDIT_RULES("audit rules"),
  /** Nothing that killtrail knows. */
  UNKNOWN("not evidence");

  private final String label;

  InputFormat(String label) {
    this.label = label;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }
}
