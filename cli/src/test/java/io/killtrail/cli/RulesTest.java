package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.recording.Architecture;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.analyzer.recording.Width;
import io.killtrail.cli.Cli.Result;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.rules.AuditRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final Path GOLDEN = Sample.ROOT.resolve("cli/src/test/golden/rules");
  private static final String ALL = "execve,clone";

  @TempDir private Path directory;

  private static String rules(String... more) {
    Result result =
        Cli.run(Stream.concat(Stream.of("rules"), Stream.of(more)).toArray(String[]::new));
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void areAsExpectedForEachArchitecture(Architecture architecture) throws IOException {
    String text = rules("--arch", architecture.label(), "--with", ALL);
    Path expected = GOLDEN.resolve(architecture.label() + ".rules");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, text);
    }
    assertThat(text).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void leaveOutNothingThatAVerdictNeeds(Architecture architecture) {
    AuditRules read = AuditRules.of(rules("--arch", architecture.label(), "--with", "execve"));
    RuleSet set = RuleSet.ofRules(read.rules());
    assertThat(read.odd()).isEmpty();
    assertThat(set.recordsTargets()).isTrue();
    for (Width width : architecture.widths()) {
      for (SignalCall call : SignalCall.values()) {
        assertThat(set.missing(width, call)).isEmpty();
      }
      assertThat(set.missingExit143(width)).isEmpty();
      assertThat(set.missingCommands(width)).isEmpty();
    }
  }

  @Test
  void sayOfEachRuleWhatItIsFor() {
    List<String> lines =
        rules("--arch", "x86_64", "--with", ALL, "--pid-file", "/a.pid").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("-")) {
        assertThat(lines.get(i - 1)).startsWith("## ");
      }
    }
  }

  @Test
  void leaveOutWhatCostsMuchUnlessAskedForAndTellTheCost() {
    assertThat(rules("--arch", "x86_64"))
        .doesNotContain("-S execve")
        .doesNotContain("clone3")
        .contains("It would cost")
        .contains("killtrail rules --with execve");
    assertThat(rules("--arch", "x86_64", "--with", ALL))
        .contains("-S execve,execveat -F key=exec")
        .contains("-S fork,vfork,clone,clone3 -F key=proc")
        .contains("It costs an event");
  }

  @Test
  void watchReadsOfPidFilesToo() {
    assertThat(rules("--arch", "x86_64", "--pid-file", "/var/lib/helperd/helperd.pid"))
        .contains(
            "\n-a always,exit -F arch=b64 -F path=/var/lib/helperd/helperd.pid -F perm=rwa"
                + " -F key=pidfile\n");
  }

  /** auditctl stops at a watch whose directory is not there, and loads no rule behind it. */
  @Test
  void watchNothingInDirectoriesThatMayNotBeThereAtBoot() {
    assertThat(rules("--arch", "x86_64", "--pid-file", "/run/a/b.pid", "--pid-file", "/run/c.pid"))
        .contains("\n# -a always,exit -F arch=b64 -F path=/run/a/b.pid")
        .contains("\n-a always,exit -F arch=b64 -F path=/run/c.pid");
  }

  @Test
  void watchThePidFilesThatTheHostHasButNotThoseOfOddNames() throws IOException {
    Files.createDirectories(directory.resolve("var/lib/helperd"));
    Files.writeString(directory.resolve("var/lib/helperd/helperd.pid"), "350\n");
    Files.writeString(directory.resolve("var/lib/helperd/a\n-D\u001b.pid"), "350\n");
    Result result =
        Cli.run("rules", "--arch", "x86_64", "--with", "pid-files", "--root", directory.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("path=/var/lib/helperd/helperd.pid ")
        .doesNotContain("\u001b")
        .doesNotContain("\n-D");
    assertThat(result.err()).contains("no audit rule can hold").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run/x.pid", "/run/x y.pid", "/run/x\n-D", "/run/\u00e4.pid", ""})
  void takeNoPathThatARuleCannotHold(String path) {
    Result result = Cli.run("rules", "--arch", "x86_64", "--pid-file", path);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("--pid-file");
  }

  @Nested
  class Installed {
    private Path rulesd;

    private Result install(String... more) {
      return Cli.run(
          Stream.concat(
                  Stream.of(
                      "rules", "--install", "--arch", "x86_64", "--root", directory.toString()),
                  Stream.of(more))
              .toArray(String[]::new));
    }

    private Path written() throws IOException {
      return directory.toRealPath().resolve("etc/audit/rules.d/50-killtrail.rules");
    }

    private void other(String name, String text) throws IOException {
      rulesd = Files.createDirectories(directory.resolve("etc/audit/rules.d"));
      Files.writeString(rulesd.resolve(name), text);
    }

    @Test
    void areWhatIsPrintedAndHowToLoadThemIsTold() throws IOException {
      other("audit.rules", "-D\n");
      Result result = install();
      assertThat(result.exit()).isZero();
      assertThat(result.out())
          .contains("Wrote " + written())
          .contains("Load them: augenrules --load")
          .doesNotContain("former");
      assertThat(Files.readString(written())).isEqualTo(rules("--arch", "x86_64"));
    }

    @Test
    void keepTheFormerFileWhereAugenrulesDoesNotSeeIt() throws IOException {
      other("50-killtrail.rules", "-w /mine -p wa\n");
      Result result = install();
      Path former = rulesd.resolve("50-killtrail.rules.before-20261122T060000Z");
      assertThat(result.out()).contains(former.getFileName().toString());
      assertThat(former).hasContent("-w /mine -p wa\n");
      assertThat(install().out()).contains("nothing was written");
      try (Stream<Path> files = Files.list(rulesd)) {
        assertThat(files).hasSize(2);
      }
    }

    @Test
    void takeThePlaceOfAFileInAnotherEncoding() throws IOException {
      byte[] latin1 = {'#', ' ', (byte) 0xfc, 'b', 'e', 'r', '\n'};
      other("50-killtrail.rules", "");
      Files.write(rulesd.resolve("50-killtrail.rules"), latin1);
      Result result = install();
      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(rulesd.resolve("50-killtrail.rules.before-20261122T060000Z"))
          .hasBinaryContent(latin1);
      assertThat(written()).content().contains("-S kill");
    }

    /** augenrules takes the last backlog that a file sets. */
    @Test
    void leaveABacklogAloneThatIsLargeEnough() throws IOException {
      other("10-base.rules", "-D\n-b 65536\n");
      install();
      assertThat(written()).content().doesNotContain("-b ").contains("-S kill");
    }

    @Test
    void tellWhatKeepsThemIdle() throws IOException {
      other("10-no-audit.rules", "-a task,never\n");
      other("99-finalize.rules", "-e 2\n");
      assertThat(install().out())
          .contains("99-finalize.rules locks the rules (-e 2)")
          .contains("makes them idle")
          .contains("Load them: systemctl reboot");
    }

    @Test
    void needAnAuditdToBeThere() {
      Result result = install();
      assertThat(result.exit()).isEqualTo(1);
      assertThat(result.err()).contains("/etc/audit/rules.d").contains("auditd is not installed");
    }

    /** A mounted image is hostile: its links must not lead to files of this host. */
    @Test
    void neverLeaveTheRootThatWasNamed() throws IOException {
      Path outside = Files.createDirectory(directory.resolve("outside"));
      Path root = Files.createDirectories(directory.resolve("image/etc/audit")).getParent();
      Files.createSymbolicLink(root.resolve("audit/rules.d"), outside.toAbsolutePath());
      Result result =
          Cli.run(
              "rules",
              "--install",
              "--arch",
              "x86_64",
              "--root",
              directory.resolve("image").toString());
      assertThat(result.exit()).isEqualTo(1);
      assertThat(outside).isEmptyDirectory();
    }
  }
}
