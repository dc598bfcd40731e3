package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.ingest.fact.Configured.RuleListed;
import io.killtrail.ingest.rules.AuditRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules in the kernel of this machine, loaded by the real auditctl. Runs as root where auditd
 * is installed and nobody uses it.
 */
class LiveRulesTest {
  private static final List<String> OF_SIGNALS =
      List.of("signal-rules-b64", "signal-rules-b32", "target-records");

  @TempDir private Path directory;
  private Optional<RealAuditd> auditd = Optional.empty();

  @BeforeEach
  void startAuditd() throws Exception {
    auditd = Optional.of(RealAuditd.start(directory));
    Tool.run("/usr/sbin/auditctl", "-D");
  }

  @AfterEach
  void restore() throws Exception {
    if (auditd.isPresent()) {
      auditd.get().restore();
    }
  }

  /** What a rule records, in whatever order calls and numbers are written. */
  private static Set<String> meaning(String text) {
    return AuditRules.of(text).rules().stream()
        .map(LiveRulesTest::meaning)
        .collect(Collectors.toSet());
  }

  private static String meaning(RuleListed rule) {
    List<String> calls =
        rule.calls().stream().filter(call -> !call.equals("all")).sorted().toList();
    String filters = rule.filters().toString().replace("a0=0x8F", "a0=143");
    return rule.arch() + " " + calls + " " + filters + " " + rule.key();
  }

  private static String severity(String id) throws Exception {
    return Told.parse(Cli.run("doctor", "--format", "json").out()).list("findings").stream()
        .filter(finding -> finding.at("id").equals(id))
        .map(finding -> finding.at("severity"))
        .findFirst()
        .orElse("not told");
  }

  @Test
  void areTakenByTheKernelAndDoctorSeesThem() throws Exception {
    for (String id : OF_SIGNALS) {
      assertThat(severity(id)).as(id).isIn("problem", "warning");
    }
    assertThat(severity("auditd-running")).isEqualTo("ok");
    Path file = directory.resolve("50-killtrail.rules");
    String pidFile = "/run/killtrail-rules-" + ProcessHandle.current().pid() + ".pid";
    String text = Cli.run("rules", "--with", "execve,clone", "--pid-file", pidFile).out();
    Files.writeString(file, text);

    Tool load = Tool.run("/usr/sbin/auditctl", "-R", file.toString());

    assertThat(load.exit()).as(load.said()).isZero();
    assertThat(load.said()).doesNotContain("Error").doesNotContain("unknown");
    assertThat(meaning(Tool.run("/usr/sbin/auditctl", "-l").said()))
        .hasSizeGreaterThan(4)
        .isEqualTo(meaning(text));
    for (String id : OF_SIGNALS) {
      assertThat(severity(id)).as(id).isEqualTo("ok");
    }
    assertThat(severity("exit-rules")).isEqualTo("ok");
    assertThat(severity("backlog-limit")).isEqualTo("ok");
    assertThat(severity("pid-file-watches")).isEqualTo("ok");
  }
}
