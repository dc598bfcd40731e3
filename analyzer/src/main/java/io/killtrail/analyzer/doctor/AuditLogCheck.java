package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.ingest.setup.SettingsFile;
import io.killtrail.ingest.setup.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What auditd writes, and how long it keeps it (auditd.conf(5)). */
final class AuditLogCheck implements Check {
  private static final String FORMAT = "log-format";
  private static final String ROTATION = "log-rotation";
  private static final String RETENTION = "log-retention";

  @Override
  public List<Finding> look(ExaminedHost host) {
    return switch (host.auditdConf()) {
      case Sight.Shown<SettingsFile> seen -> judge(new AuditLog(seen.value()), host);
      case Sight.Missing<SettingsFile> none -> List.of();
      case Sight.Hidden<SettingsFile> hidden ->
          List.of(
              Finding.unknown(FORMAT, "What auditd writes", hidden.how()),
              Finding.unknown(RETENTION, "How long auditd keeps it", hidden.how()));
    };
  }

  private static List<Finding> judge(AuditLog log, ExaminedHost host) {
    if (!log.written()) {
      return List.of(unwritten(host));
    }
    List<Finding> findings = new ArrayList<>(List.of(format(log), rotation(log)));
    findings.add(new Retention(log, host).look(RETENTION));
    return findings;
  }

  /** A plugin gets the records all the same. */
  private static Finding unwritten(ExaminedHost host) {
    boolean plugin =
        host.view()
            .file("etc/audit/plugins.d/killtrail.conf")
            .shown()
            .map(SettingsFile::of)
            .flatMap(conf -> conf.value("active"))
            .filter("yes"::equalsIgnoreCase)
            .isPresent();
    return plugin
        ? Finding.ok(FORMAT, "auditd writes no log, but hands all records to killtrail's plugin")
        : Finding.problem(
            FORMAT,
            "auditd writes no log (write_logs = no or log_format = NOLOG)",
            Matter.SENDER,
            AuditLog.set("write_logs", "yes"));
  }

  private static Finding format(AuditLog log) {
    String format = log.format().toUpperCase(Locale.ROOT);
    return format.equals("ENRICHED")
        ? Finding.ok(FORMAT, "auditd writes names beside numbers (log_format = ENRICHED)")
        : Finding.warning(
            FORMAT,
            "auditd writes numbers of users without their names (log_format = " + format + ")",
            Matter.USER,
            AuditLog.set("log_format", "ENRICHED"));
  }

  private static Finding rotation(AuditLog log) {
    String action = log.action();
    String full = "A log of " + log.mebibytes() + " MiB (max_log_file) ";
    return switch (action) {
      case "suspend" ->
          Finding.problem(
              ROTATION,
              full + "ends recording (max_log_file_action = SUSPEND)",
              Matter.SENDER,
              AuditLog.set("max_log_file_action", "ROTATE"));
      case "rotate" ->
          log.files() < 2
              ? Finding.warning(
                  ROTATION,
                  "Logs are not rotated, for all that max_log_file_action = ROTATE: num_logs = "
                      + log.files(),
                  Matter.ANYTHING,
                  AuditLog.set("num_logs", "10"))
              : Finding.ok(ROTATION, full + "is rotated, and " + log.files() + " files are kept");
      default ->
          Finding.ok(
              ROTATION,
              "auditd deletes no log (max_log_file_action = "
                  + action.toUpperCase(Locale.ROOT)
                  + "); see that something else does before the disk is full");
    };
  }
}
