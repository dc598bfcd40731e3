package io.killtrail.ingest.detect;

/** A rule as auditctl takes or prints it, or a line of its status. */
final class AuditRulesLine {
  private AuditRulesLine() {}

  static boolean matches(String line) {
    String text = line.strip();
    boolean rule =
        text.startsWith("-a always,")
            || text.startsWith("-a never,")
            || text.startsWith("-A always,")
            || text.startsWith("-A never,")
            || text.startsWith("-a exit,")
            || text.startsWith("-a exclude,")
            || text.startsWith("-w /")
            || text.equals("-D")
            || text.equals("No rules");
    return rule || setting(text);
  }

  private static boolean setting(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0 || text.length() > blank + 20) {
      return false;
    }
    return switch (text.substring(0, blank)) {
      case "-b",
          "-e",
          "-f",
          "-r",
          "--backlog_wait_time",
          "enabled",
          "rate_limit",
          "backlog_limit",
          "lost" ->
          Character.isDigit(text.charAt(text.length() - 1));
      default -> false;
    };
  }
}
