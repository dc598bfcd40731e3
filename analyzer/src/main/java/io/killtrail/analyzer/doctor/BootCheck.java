package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.Remedy;
import io.killtrail.ingest.setup.HostView.OlderProcesses;
import io.killtrail.ingest.setup.Sight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether auditing is on from the first process on. A process that was made before has no audit
 * context for as long as it runs (audit_alloc of the kernel): process 1 is the one that matters.
 */
final class BootCheck implements Check {
  private static final String BOOT = "audit-at-boot";
  private static final String OLDER = "older-processes";

  @Override
  public List<Finding> look(ExaminedHost host) {
    return switch (host.view().file("proc/cmdline")) {
      case Sight.Hidden<String> hidden ->
          List.of(
              Finding.unknown(BOOT, "Whether the kernel is started with audit=1", hidden.how()));
      case Sight.Missing<String> none ->
          List.of(Finding.unknown(BOOT, "Whether the kernel is started with audit=1", "no /proc"));
      case Sight.Shown<String> line -> judge(word(line.value()), host);
    };
  }

  /** The last one counts. */
  private static Optional<String> word(String line) {
    return Arrays.stream(line.strip().split("\\s+", -1))
        .filter(word -> word.startsWith("audit="))
        .map(word -> word.substring("audit=".length()))
        .reduce((first, last) -> last);
  }

  private static List<Finding> judge(Optional<String> word, ExaminedHost host) {
    String value = word.orElse("");
    return switch (value) {
      case "1", "on" -> List.of(Finding.ok(BOOT, "The kernel was started with audit=" + value));
      case "0", "off" ->
          List.of(
              Finding.problem(
                  BOOT, "The kernel was started with audit=" + value, Matter.SENDER, remedy(host)));
      default -> List.of(without(host), older(host));
    };
  }

  private static Finding without(ExaminedHost host) {
    return Finding.warning(
        BOOT,
        "The kernel was not started with audit=1: what began before auditing, the service manager"
            + " too, may never leave a record",
        Matter.SENDER,
        remedy(host));
  }

  private static Remedy remedy(ExaminedHost host) {
    boolean grubby =
        host.view().names("usr/sbin").shown().filter(all -> all.contains("grubby")).isPresent();
    return grubby ? Remedy.AT_BOOT_BY_GRUBBY : Remedy.AT_BOOT;
  }

  private static Finding older(ExaminedHost host) {
    long auditd =
        host.status().shown().stream()
            .flatMapToLong(status -> status.setting("audit_pid").stream())
            .findFirst()
            .orElse(0);
    if (auditd == 0) {
      return Finding.unknown(
          OLDER, "Which processes are older than auditing", "it takes auditctl -s and an auditd");
    }
    return switch (host.view().olderThan(auditd)) {
      case Sight.Shown<OlderProcesses> seen -> told(seen.value(), host);
      case Sight.Missing<OlderProcesses> none ->
          Finding.unknown(OLDER, "Which processes are older than auditing", "auditd is gone");
      case Sight.Hidden<OlderProcesses> hidden ->
          Finding.unknown(OLDER, "Which processes are older than auditing", hidden.how());
    };
  }

  private static Finding told(OlderProcesses older, ExaminedHost host) {
    if (older.count() == 0) {
      return Finding.ok(OLDER, "No process is older than auditd");
    }
    return Finding.warning(
        OLDER,
        (older.count() == 1 ? "1 process is" : older.count() + " processes are")
            + " older than auditd, and may not be recorded"
            + (older.manager() ? ", the service manager among them: " : ": ")
            + String.join(", ", older.names())
            + (older.count() > older.names().size() ? ", ..." : ""),
        Matter.SENDER,
        remedy(host));
  }
}
