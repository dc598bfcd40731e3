package io.killtrail.analyzer.doctor;

import io.killtrail.ingest.setup.SettingsFile;
import java.util.Locale;

/** auditd's log as its settings have it; what is not set is as auditd.conf(5) says. */
record AuditLog(SettingsFile conf) {
  private static final String FILE = "/var/log/audit/audit.log";
  private static final long MEBIBYTE = 1 << 20;

  /** The command that sets one. */
  static String set(String name, String value) {
    return "sed -i 's/^"
        + name
        + " *=.*/"
        + name
        + " = "
        + value
        + "/' /etc/audit/auditd.conf"
        + " && service auditd reload";
  }

  boolean written() {
    return !conf.value("write_logs").orElse("yes").equalsIgnoreCase("no")
        && !format().equalsIgnoreCase("NOLOG");
  }

  String format() {
    return conf.value("log_format").orElse("RAW");
  }

  /** In lower case. */
  String action() {
    return conf.value("max_log_file_action").orElse("ignore").toLowerCase(Locale.ROOT);
  }

  /** Of one file, before it is rotated. */
  long mebibytes() {
    return conf.number("max_log_file").orElse(0);
  }

  /** How many files are kept, the one that is written among them. */
  long files() {
    return conf.number("num_logs").orElse(0);
  }

  boolean rotated() {
    return action().equals("rotate") && files() >= 2;
  }

  /** That all files take when all are full; they may grow beyond it by a little. */
  long bytes() {
    return rotated() ? mebibytes() * files() * MEBIBYTE : 0;
  }

  /** Without the slash before. */
  String directory() {
    String file = path();
    return file.substring(1, Math.max(1, file.lastIndexOf('/')));
  }

  String name() {
    String file = path();
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private String path() {
    return conf.value("log_file").filter(path -> path.startsWith("/")).orElse(FILE);
  }

  /**
   * Free bytes below which auditd acts.
   *
   * @param name {@code space_left} or {@code admin_space_left}
   * @return 0 where it is a share of the disk, whose size is not known here
   */
  long limit(String name) {
    return conf.number(name).orElse(0) * MEBIBYTE;
  }
}
