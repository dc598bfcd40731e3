package io.killtrail.ingest.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * The record types that say something about who ended what (kernel {@code linux/audit.h},
 * audit-userspace {@code audit-records.h}).
 */
enum RecordType {
  USER_AVC(1107, Role.ALONE),
  USER_CMD(1123, Role.ALONE),
  SYSTEM_BOOT(1127, Role.ALONE),
  SYSTEM_SHUTDOWN(1128, Role.ALONE),
  SERVICE_START(1130, Role.ALONE),
  SERVICE_STOP(1131, Role.ALONE),
  DAEMON_START(1200, Role.DAEMON),
  DAEMON_END(1201, Role.DAEMON),
  /** Any other record of auditd itself. */
  DAEMON_OTHER(1202, Role.DAEMON),
  SYSCALL(1300, Role.PART),
  PATH(1302, Role.PART),
  CONFIG_CHANGE(1305, Role.PART),
  CWD(1307, Role.PART),
  EXECVE(1309, Role.PART),
  OBJ_PID(1318, Role.PART),
  EOE(1320, Role.END),
  PROCTITLE(1327, Role.PART),
  ANOM_ABEND(1701, Role.LAST),
  /** All others: only their time and serial count. */
  OTHER(-1, Role.UNUSED);

  /** How a type takes part in an event. */
  enum Role {
    /** One of several records of an event. */
    PART,
    /** Mostly alone in its event; nothing of that event is expected after it. */
    LAST,
    /** Always the only record of its event. */
    ALONE,
    /** As ALONE, and numbered by auditd, not by the kernel. */
    DAEMON,
    /** Says that the event is complete. */
    END,
    UNUSED
  }

  private static final int DAEMON_FIRST = 1200;
  private static final int DAEMON_LAST = 1299;
  private static final ByteNames<RecordType> NAMES = names();

  private final int number;
  private final Role role;

  RecordType(int number, Role role) {
    this.number = number;
    this.role = role;
  }

  Role role() {
    return role;
  }

  /** By {@code SYSCALL}, {@code UNKNOWN[1300]} or {@code 1300}. */
  static RecordType of(byte[] bytes, int start, int end) {
    RecordType known = NAMES.find(bytes, start, end);
    if (known != OTHER) {
      return known;
    }
    if (startsWith(bytes, start, end, "DAEMON_")) {
      return DAEMON_OTHER;
    }
    int digits = startsWith(bytes, start, end, "UNKNOWN[") ? start + "UNKNOWN[".length() : start;
    return numbered(bytes, digits, end);
  }

  private static RecordType numbered(byte[] bytes, int start, int end) {
    int number = 0;
    for (int i = start; i < end && bytes[i] >= '0' && bytes[i] <= '9' && i < start + 5; i++) {
      number = number * 10 + bytes[i] - '0';
    }
    for (RecordType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    return number >= DAEMON_FIRST && number <= DAEMON_LAST ? DAEMON_OTHER : OTHER;
  }

  private static boolean startsWith(byte[] bytes, int start, int end, String prefix) {
    boolean same = end - start >= prefix.length();
    for (int i = 0; same && i < prefix.length(); i++) {
      same = bytes[start + i] == prefix.charAt(i);
    }
    return same;
  }

  private static ByteNames<RecordType> names() {
    Map<String, RecordType> names = new HashMap<>();
    for (RecordType type : values()) {
      names.put(type.name(), type);
    }
    names.remove(OTHER.name());
    names.remove(DAEMON_OTHER.name());
    return new ByteNames<>(names, OTHER);
  }
}
