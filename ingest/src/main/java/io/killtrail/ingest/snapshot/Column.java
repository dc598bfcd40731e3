package io.killtrail.ingest.snapshot;

import java.util.Locale;

/** The columns of snapshots; who reads and who writes them means the same. */
public enum Column {
  /** The kernel's boot id: hex digits, with or without dashes. */
  BOOT_ID,
  /** When the row was true: seconds since 1970, or ISO-8601 with an offset. */
  CAPTURED_AT,
  /** The host's name. */
  HOST,
  /** {@code kernel.pid_max}; in the rows of process 1 only. */
  PID_MAX,
  /** Of a task its process (tgid); of a PID file what it holds. */
  PID,
  /** The task's own number; that of the main thread is the process's. */
  TID,
  /** The parent's process id. */
  PPID,
  /** The task's own name. */
  COMM,
  /** Where the executable is; of processes only, as is all that follows but the start. */
  EXE,
  /** When the task began, in ticks since the boot (proc_pid_stat(5), field 22). */
  START_TICKS,
  /** The same in seconds since 1970. */
  START_EPOCH,
  /** The unit in whose control group the process is. */
  UNIT,
  /** Real user id. */
  UID,
  /** Login user id. */
  AUID,
  /** The process's numbers in each PID namespace, the outermost first (NSpid). */
  NSPID,
  /** The command line. */
  CMDLINE,
  /** The PID file's path. */
  PATH,
  /** When the PID file was last written: seconds since 1970, or ISO-8601. */
  MTIME,
  /** The PID file's inode. */
  INODE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name that stands in the first row. */
  public String label() {
    return label;
  }

  /** Whether it says when a row was taken rather than what it is about. */
  boolean ofTheMoment() {
    return this == CAPTURED_AT || this == START_EPOCH;
  }
}
