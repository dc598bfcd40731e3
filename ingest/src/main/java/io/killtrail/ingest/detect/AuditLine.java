package io.killtrail.ingest.detect;

/** {@code [node=NAME ]type=SYSCALL msg=audit(}, as auditd and ausearch write it. */
final class AuditLine {
  private static final int NEAR = 400;

  private AuditLine() {}

  static boolean matches(String line) {
    String start = line.substring(0, Math.min(NEAR, line.length())).stripLeading();
    int type = start.startsWith("node=") || start.startsWith("host=") ? start.indexOf(' ') + 1 : 0;
    int after = start.indexOf(' ', type);
    return start.startsWith("type=", type)
        && after > 0
        && start.startsWith("msg=audit(", after + 1);
  }

  /**
   * A record that does not stand at the beginning: {@code … 1318, audit(1634658845.864:100500)}.
   */
  static boolean contains(String line) {
    String start = line.substring(0, Math.min(NEAR, line.length()));
    int stamp = start.indexOf("audit(");
    return stamp > 0
        && stamp + 6 < start.length()
        && start.charAt(stamp + 6) >= '0'
        && start.charAt(stamp + 6) <= '9'
        && start.indexOf(':', stamp) > 0
        && (start.startsWith("msg=", stamp - 4) || ", \"".indexOf(start.charAt(stamp - 1)) >= 0);
  }
}
