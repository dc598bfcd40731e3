package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.ingest.setup.SettingsFile;
import io.killtrail.ingest.setup.Sight;
import java.util.List;
import java.util.Locale;

/** Whether there is room for auditd's log: below its limits it stops writing. */
final class LogSpaceCheck implements Check {
  private static final String ID = "log-space";
  private static final long MEBIBYTE = 1 << 20;

  @Override
  public List<Finding> look(ExaminedHost host) {
    AuditLog log = new AuditLog(host.auditdConf().shown().orElseGet(() -> SettingsFile.of("")));
    String where = "/" + log.directory();
    return List.of(
        switch (host.view().freeBytes(log.directory())) {
          case Sight.Shown<Long> free -> judge(free.value(), log, where);
          case Sight.Missing<Long> none ->
              Finding.unknown(ID, "How much room the log has", "there is no " + where);
          case Sight.Hidden<Long> hidden ->
              Finding.unknown(ID, "How much room the log has", hidden.how());
        });
  }

  private static Finding judge(long free, AuditLog log, String where) {
    String what = free / MEBIBYTE + " MiB are free for " + where;
    String find = "du -xh --max-depth=2 " + where.replaceFirst("/[^/]*$", "") + " | sort -h | tail";
    if (free < log.limit("admin_space_left")) {
      return Finding.problem(
          ID, what + ", less than admin_space_left: " + deed(log, "admin_"), Matter.SENDER, find);
    }
    if (free < log.limit("space_left")) {
      return Finding.warning(
          ID, what + ", less than space_left: " + deed(log, ""), Matter.SENDER, find);
    }
    return free < log.limit("admin_space_left") + log.mebibytes() * MEBIBYTE
        ? Finding.warning(ID, what + ", less than one more log takes", Matter.SENDER, find)
        : Finding.ok(ID, what);
  }

  private static String deed(AuditLog log, String prefix) {
    String action = log.conf().value(prefix + "space_left_action").orElse("IGNORE");
    return "auditd's action is " + action.toUpperCase(Locale.ROOT);
  }
}
