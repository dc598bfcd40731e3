package io.killtrail.ingest.detect;

/** {@code [node=NAME ]type=SYSCALL msg=audit(}, as auditd writes it. */
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
}
