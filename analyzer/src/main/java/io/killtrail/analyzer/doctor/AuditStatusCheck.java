package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.ingest.rules.AuditRules;
import io.killtrail.ingest.setup.Sight;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What the kernel says of its audit (auditctl -s). */
final class AuditStatusCheck implements Check {
  private static final String ENABLED = "audit-enabled";
  private static final String AUDITD = "auditd-running";
  private static final String BACKLOG = "backlog-limit";
  private static final String RATE = "rate-limit";
  private static final String LOST = "lost-records";

  @Override
  public List<Finding> look(ExaminedHost host) {
    return switch (host.status()) {
      case Sight.Shown<AuditRules> seen -> judge(seen.value());
      case Sight.Missing<AuditRules> none -> List.of(unseen("there is no auditctl"), daemon(host));
      case Sight.Hidden<AuditRules> hidden -> List.of(unseen(hidden.how()), daemon(host));
    };
  }

  private static Finding unseen(String how) {
    return Finding.unknown(ENABLED, "Whether auditing is on, and what it loses", how);
  }

  private static List<Finding> judge(AuditRules status) {
    return List.of(
        enabled(status.setting("audit_enabled")),
        daemon(status.setting("audit_pid")),
        backlog(status.setting("audit_backlog_limit")),
        rate(status.setting("audit_rate_limit")),
        lost(status.setting("lost")));
  }

  private static Finding enabled(OptionalLong value) {
    return value.orElse(1) == 0
        ? Finding.problem(
            ENABLED, "Auditing is switched off (enabled 0)", Matter.SENDER, Remedy.ENABLE)
        : Finding.ok(
            ENABLED,
            value.orElse(1) == 2
                ? "Auditing is on, and rules are locked until the next boot (enabled 2)"
                : "Auditing is on");
  }

  private static Finding daemon(OptionalLong pid) {
    return pid.isPresent() && pid.getAsLong() == 0
        ? Finding.problem(
            AUDITD,
            "auditd is not running: records go to the kernel's log, which drops what comes too fast",
            Matter.SENDER,
            Remedy.AUDITD)
        : Finding.ok(AUDITD, "auditd takes the records");
  }

  /** Anybody may ask the service manager. */
  private static Finding daemon(ExaminedHost host) {
    return switch (host.view().unit("auditd.service")) {
      case Sight.Shown<Map<String, String>> unit ->
          daemon(OptionalLong.of("active".equals(unit.value().get("ActiveState")) ? 1 : 0));
      case Sight.Missing<Map<String, String>> none -> daemon(OptionalLong.of(0));
      case Sight.Hidden<Map<String, String>> hidden ->
          Finding.unknown(AUDITD, "Whether auditd runs", hidden.how());
    };
  }

  private static Finding backlog(OptionalLong limit) {
    String has = "There is room for " + limit.orElse(0) + " records that wait (backlog_limit)";
    return limit.isPresent() && limit.getAsLong() > 0 && limit.getAsLong() < Remedy.BACKLOG
        ? Finding.warning(
            BACKLOG,
            has + ", which a burst overflows; " + Remedy.BACKLOG + " is usual",
            Matter.SENDER,
            Remedy.ROOM)
        : Finding.ok(BACKLOG, limit.orElse(1) == 0 ? "The backlog has no limit" : has);
  }

  private static Finding rate(OptionalLong limit) {
    return limit.orElse(0) > 0
        ? Finding.problem(
            RATE,
            "The kernel drops all but " + limit.getAsLong() + " records a second (rate_limit)",
            Matter.SENDER,
            Remedy.ROOM)
        : Finding.ok(RATE, "No rate limit drops records");
  }

  private static Finding lost(OptionalLong records) {
    return records.orElse(0) > 0
        ? Finding.warning(
            LOST,
            "The kernel has lost " + records.getAsLong() + " records since it was started",
            Matter.SENDER,
            Remedy.ROOM)
        : Finding.ok(LOST, "No record was lost since the kernel was started");
  }
}
