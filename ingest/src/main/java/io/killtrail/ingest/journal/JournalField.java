package io.killtrail.ingest.journal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The journal fields that are read (systemd.journal-fields(7)); all others are skipped. */
enum JournalField {
  CURSOR("__CURSOR"),
  REALTIME("__REALTIME_TIMESTAMP"),
  SOURCE_REALTIME("_SOURCE_REALTIME_TIMESTAMP"),
  MONOTONIC("__MONOTONIC_TIMESTAMP"),
  BOOT_ID("_BOOT_ID"),
  HOSTNAME("_HOSTNAME"),
  TRANSPORT("_TRANSPORT"),
  AUDIT_ID("_AUDIT_ID"),
  MESSAGE_ID("MESSAGE_ID"),
  MESSAGE("MESSAGE"),
  UNIT("UNIT"),
  USER_UNIT("USER_UNIT"),
  INVOCATION_ID("INVOCATION_ID"),
  USER_INVOCATION_ID("USER_INVOCATION_ID"),
  JOB_TYPE("JOB_TYPE"),
  JOB_RESULT("JOB_RESULT"),
  UNIT_RESULT("UNIT_RESULT"),
  EXIT_CODE("EXIT_CODE"),
  EXIT_STATUS("EXIT_STATUS"),
  COMMAND("COMMAND"),
  N_RESTARTS("N_RESTARTS"),
  N_DROPPED("N_DROPPED"),
  PID("_PID"),
  COMM("_COMM"),
  EXE("_EXE"),
  CMDLINE("_CMDLINE"),
  UID("_UID"),
  SYSTEMD_UNIT("_SYSTEMD_UNIT"),
  LOGIN_UID("_AUDIT_LOGINUID"),
  SESSION("_AUDIT_SESSION"),
  SYSLOG_IDENTIFIER("SYSLOG_IDENTIFIER"),
  SYSLOG_PID("SYSLOG_PID"),
  COREDUMP_PID("COREDUMP_PID"),
  COREDUMP_SIGNAL("COREDUMP_SIGNAL"),
  COREDUMP_COMM("COREDUMP_COMM"),
  COREDUMP_EXE("COREDUMP_EXE"),
  COREDUMP_UNIT("COREDUMP_UNIT"),
  COREDUMP_USER_UNIT("COREDUMP_USER_UNIT");

  private static final Map<String, JournalField> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(field -> field.journalName, field -> field));

  private final String journalName;

  JournalField(String journalName) {
    this.journalName = journalName;
  }

  /** The field of this name, if it is one that is read. */
  static Optional<JournalField> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
