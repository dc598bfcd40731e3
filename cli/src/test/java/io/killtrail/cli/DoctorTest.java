package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.killtrail.cli.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was saved of hosts, each against the findings that stand beside it; {@code
 * -Dgolden.update=true} rewrites them.
 */
class DoctorTest {
  private static final Path GOLDEN = Sample.ROOT.resolve("cli/src/test/golden/doctor");

  @TempDir private Path directory;

  static List<String> hosts() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files
          .filter(Files::isDirectory)
          .map(host -> host.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Result doctor(Path offline, String... more) {
    return Cli.run(
        Stream.concat(Stream.of("doctor", "--offline", offline.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Told json(Path offline) throws IOException {
    return Told.parse(doctor(offline, "--format", "json").out());
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void findsWhatIsMissing(String host) throws IOException {
    Result result = doctor(GOLDEN.resolve(host));
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    Path expected = GOLDEN.resolve(host + ".expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, result.out());
    }
    assertThat(result.out()).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void makesEverythingHarmlessForATerminal(String host) {
    assertThat(doctor(GOLDEN.resolve(host)).out()).matches("[\\n -~]*");
  }

  @Test
  void failsOnAProblemOnlyWhenAsked() {
    Path bad = GOLDEN.resolve("empty");
    assertThat(doctor(bad).exit()).isZero();
    assertThat(doctor(bad, "--fail-on", "problem").exit()).isEqualTo(3);
    assertThat(doctor(GOLDEN.resolve("complete-sosreport"), "--fail-on", "problem").exit())
        .isZero();
  }

  @Test
  void countsOverADayUnlessTold() {
    Path host = GOLDEN.resolve("short-retention");
    assertThat(doctor(host).out()).contains("a report every 24 hours misses");
    assertThat(doctor(host, "--interval", "1h").out()).doesNotContain("misses");
    assertThat(doctor(host, "--interval", "soon").exit()).isEqualTo(2);
  }

  @Test
  void looksForThirtyTwoBitRulesOnlyWhereThereAreSuchPrograms() {
    Path host = GOLDEN.resolve("only-b64");
    assertThat(doctor(host).out()).contains("signal-rules-b32");
    assertThat(doctor(host, "--arch", "ppc64le").out()).doesNotContain("signal-rules-b32");
  }

  @Test
  void takesASingleFileOfRules() throws IOException {
    Path rules = directory.resolve("web01.rules");
    Files.writeString(rules, "-a always,exit -F arch=b64 -S kill\n");
    assertThat(doctor(rules).out())
        .contains("The rules on disk record not tkill")
        .contains("/proc/cmdline was not saved");
  }

  @Test
  void saysWhatItCannotOpen() {
    Result result = doctor(directory.resolve("nosuch"));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("no such file or directory");
  }

  @Test
  void thePageListsEveryFinding() throws IOException {
    String page = Files.readString(Sample.ROOT.resolve("docs/doctor.md"));
    for (String host : hosts()) {
      for (Told finding : json(GOLDEN.resolve(host)).list("findings")) {
        assertThat(page).contains("| `" + finding.at("id") + "` |");
      }
    }
  }

  /** What was saved of another host is hostile: its links must not show files of this one. */
  @Test
  void followsNoLinkOutOfWhatWasSaved() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "audit=1\n");
    Path proc = Files.createDirectories(directory.resolve("host/proc"));
    Files.createSymbolicLink(proc.resolve("cmdline"), secret);
    assertThat(doctor(directory.resolve("host")).out()).doesNotContain("audit=1\n");
  }

  @Test
  void tellsProgramsTheSame() throws IOException {
    Told told = json(GOLDEN.resolve("empty"));
    assertThat(told.at("schema")).isEqualTo("killtrail.doctor/1");
    assertThat(told.at("generated")).isEqualTo("2026-11-22T06:00:00.000Z");
    assertThat(told.at("offline")).endsWith("empty");
    assertThat(told.at("findings.0.id")).isEqualTo("signal-rules-b64");
    assertThat(told.at("findings.0.severity")).isEqualTo("problem");
    assertThat(told.at("findings.0.leaves_open")).isEqualTo("who sent a signal");
    assertThat(told.at("findings.0.command")).contains("killtrail rules --install");
    assertThat(told.list("findings").stream().filter(one -> one.at("severity").equals("problem")))
        .hasSize(Integer.parseInt(told.at("summary.problem")));
  }

  /** The rules with which the captures were made miss what is written down of them. */
  @Test
  void isRightAboutTheRulesOfAllCaptures() throws IOException {
    Path rules = Captures.DIRECTORY.resolve("web01/etc/audit");
    assumeThat(rules).as("captures with their rules").isDirectory();
    try (Stream<Path> files = Files.list(rules)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".rules")).toList()) {
        String found = doctor(file).out();
        boolean exits = Files.readString(file).contains("exit143");
        assertThat(found).contains("record all calls that send signals (arch=b64)");
        assertThat(found).contains("record all calls that send signals (arch=b32)");
        assertThat(found).contains("Targets are recorded");
        assertThat(found.contains("No rule records exit_group"))
            .as(file.toString())
            .isNotEqualTo(exits);
      }
    }
  }
}
