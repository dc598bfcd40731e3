package io.killtrail.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The auditd of this machine, with a configuration and a log directory of its own. What the
 * kernel's audit was set to before is set again in the end.
 */
final class RealAuditd {
  private static final String AUDITD = "/usr/sbin/auditd";
  private static final String AUDITCTL = "/usr/sbin/auditctl";
  private static final String CALLS =
      "kill,tkill,tgkill,rt_sigqueueinfo,rt_tgsigqueueinfo,pidfd_send_signal";

  private final Process auditd;
  private final Path logs;
  private final String backlog;

  private RealAuditd(Process auditd, Path logs, String backlog) {
    this.auditd = auditd;
    this.logs = logs;
    this.backlog = backlog;
  }

  /** Skips the test where there is no auditd, no right to use it, or somebody else's. */
  static RealAuditd start(Path directory) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of(AUDITD)), AUDITD + " is not there");
    assumeTrue(
        ProcessHandle.current().info().user().filter("root"::equals).isPresent(), "not root");
    String status = Tool.run(AUDITCTL, "-s").said();
    assumeTrue(status.contains("\npid 0\n"), "the kernel's audit cannot be had: " + status);
    assumeTrue(
        Tool.run(AUDITCTL, "-l").said().contains("No rules"), "somebody's audit rules are loaded");
    Path conf = Files.createDirectories(directory.resolve("conf/plugins.d")).getParent();
    Path logs =
        Files.createDirectory(
            directory.resolve("log"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(conf.resolve("auditd.conf"), configuration(conf, logs));
    Process auditd =
        new ProcessBuilder(AUDITD, "-n", "-s", "enable", "-c", conf.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("auditd.out").toFile())
            .start();
    RealAuditd started = new RealAuditd(auditd, logs, value(status, "backlog_limit"));
    started.awaitLog();
    Tool.run(AUDITCTL, "-b", "8192");
    Tool.run(AUDITCTL, "-a", "always,exit", "-F", "arch=b64", "-S", CALLS, "-k", "kill");
    Tool.run(
        AUDITCTL,
        "-a",
        "always,exit",
        "-F",
        "arch=b64",
        "-S",
        "exit_group",
        "-F",
        "a0=143",
        "-k",
        "e");
    return started;
  }

  private static String configuration(Path conf, Path logs) {
    return String.join(
        "\n",
        List.of(
            "local_events = yes",
            "write_logs = yes",
            "log_file = " + logs.resolve("audit.log"),
            "log_group = root",
            "log_format = ENRICHED",
            "flush = INCREMENTAL_ASYNC",
            "freq = 50",
            "max_log_file = 1",
            "max_log_file_action = ROTATE",
            "num_logs = 99",
            "space_left = 2",
            "space_left_action = IGNORE",
            "admin_space_left = 1",
            "admin_space_left_action = IGNORE",
            "disk_full_action = IGNORE",
            "disk_error_action = IGNORE",
            "plugin_dir = " + conf.resolve("plugins.d"),
            ""));
  }

  private void awaitLog() throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end
        && auditd.isAlive()
        && !Tool.run(AUDITCTL, "-s").said().contains("pid " + auditd.pid())) {
      Thread.sleep(50);
    }
    assumeTrue(auditd.isAlive(), "auditd does not start here");
  }

  Path logs() {
    return logs;
  }

  /** All lines that it wrote, whatever file they are in by now. */
  List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      return files.sorted().flatMap(RealAuditd::lines).toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many files it has rotated away. */
  long rotations() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      return files.count() - 1;
    }
  }

  private static String value(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("64");
  }

  /** Ends auditd; rules and settings are as before. */
  void restore() throws IOException, InterruptedException {
    Tool.run(AUDITCTL, "-D");
    auditd.destroy();
    if (!auditd.waitFor(20, TimeUnit.SECONDS)) {
      auditd.destroyForcibly();
    }
    Tool.run(AUDITCTL, "-e", "0");
    Tool.run(AUDITCTL, "-b", backlog);
  }
}
