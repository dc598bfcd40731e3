package io.killtrail.ingest.audit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The field names that facts are made of; the encoded ones hold hex when they are not quoted. */
enum FieldKey {
  ACCT(true),
  ARCH,
  A0,
  A1,
  A2,
  A3,
  AUDIT_BACKLOG_LIMIT,
  AUDIT_ENABLED,
  AUDIT_RATE_LIMIT,
  AUID,
  CMD(true),
  COMM(true),
  CWD(true),
  EUID,
  EXE(true),
  EXIT,
  INODE,
  KEY(true),
  LOST,
  NAME(true),
  NAMETYPE,
  OAUID,
  OBJ,
  OCOMM(true),
  OLD,
  OP,
  OPID,
  OSES,
  OUID,
  PID,
  PPID,
  PROCTITLE(true),
  RES,
  SES,
  SIG,
  SUBJ,
  SUCCESS,
  SYSCALL,
  TERMINAL,
  TTY,
  UID,
  UNIT,
  /** The names below follow the byte 0x1d: what auditd resolved on the host itself. */
  ARCH_NAME("ARCH"),
  SYSCALL_NAME("SYSCALL"),
  AUID_NAME("AUID"),
  UID_NAME("UID"),
  EUID_NAME("EUID"),
  OAUID_NAME("OAUID"),
  OUID_NAME("OUID"),
  /** Any other name. */
  OTHER("");

  private static final ByteNames<FieldKey> NAMES = names();

  private final String field;
  private final boolean encoded;
  private final boolean enriched;

  FieldKey() {
    this(false);
  }

  FieldKey(boolean encoded) {
    this.field = name().toLowerCase(Locale.ROOT);
    this.encoded = encoded;
    this.enriched = false;
  }

  FieldKey(String enrichedField) {
    this.field = enrichedField;
    this.encoded = false;
    this.enriched = !enrichedField.isEmpty();
  }

  boolean encoded() {
    return encoded;
  }

  /** Its place in arrays of one element per key. */
  @SuppressWarnings("EnumOrdinal") // lives no longer than the program; an EnumMap would box
  int slot() {
    return ordinal();
  }

  /** Whether only ENRICHED records have it. */
  boolean enriched() {
    return enriched;
  }

  static FieldKey of(byte[] bytes, int start, int end, int hash) {
    return NAMES.find(bytes, start, end, hash);
  }

  private static ByteNames<FieldKey> names() {
    Map<String, FieldKey> names = new HashMap<>();
    for (FieldKey key : values()) {
      if (key != OTHER) {
        names.put(key.field, key);
      }
    }
    return new ByteNames<>(names, OTHER);
  }
}
