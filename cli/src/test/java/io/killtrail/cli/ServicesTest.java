package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What systemd and auditd need to run what is shipped for them. */
class ServicesTest {
  private static final Path UNITS = Sample.ROOT.resolve("systemd");
  private static final Pattern EXPOSURE = Pattern.compile("exposure level for \\S+: (\\d+\\.\\d+)");
  private static final String INSTALLED = "/opt/killtrail";

  /** Of ten; systemd calls up to 2.0 safe. */
  private static final double MOST_EXPOSED = 2.0;

  @TempDir private Path directory;

  private static void needsSystemdAnalyze() {
    boolean there = Tool.exists("systemd-analyze");
    if (!there) {
      System.out.println("ServicesTest is skipped: there is no systemd-analyze");
    }
    assumeThat(there).as("there is systemd-analyze").isTrue();
  }

  /** The units as they are where killtrail is installed in this tree. */
  private List<Path> installedHere() throws IOException {
    try (Stream<Path> units = Files.list(UNITS)) {
      for (Path unit : units.toList()) {
        String text = Files.readString(unit).replace(INSTALLED, Sample.ROOT.toString());
        Files.writeString(directory.resolve(unit.getFileName().toString()), text);
      }
    }
    try (Stream<Path> copies = Files.list(directory)) {
      return copies.sorted().toList();
    }
  }

  @Test
  void systemdFindsNothingWrong() throws Exception {
    needsSystemdAnalyze();
    List<Path> units = installedHere();
    assertThat(units).hasSize(6);
    String[] words =
        Stream.concat(
                Stream.of("systemd-analyze", "verify", "--man=no"),
                units.stream().map(Path::toString))
            .toArray(String[]::new);
    Tool done = Tool.run(words);
    assertThat(done.said().lines().filter(line -> line.contains("killtrail"))).isEmpty();
    assertThat(done.exit()).as(done.said()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "killtrail-ingest.service",
        "killtrail-report.service",
        "killtrail-snapshot.service"
      })
  void aServiceIsHardlyExposed(String unit) throws Exception {
    needsSystemdAnalyze();
    assumeThat(Tool.run("systemd-analyze", "security", "--help").said())
        .as("this systemd judges files (250 and newer)")
        .contains("--offline");
    Tool done =
        Tool.run("systemd-analyze", "security", "--offline=yes", UNITS.resolve(unit).toString());
    Matcher exposure = EXPOSURE.matcher(done.said());
    assertThat(exposure.find()).as(done.said()).isTrue();
    assertThat(Double.parseDouble(exposure.group(1))).isLessThan(MOST_EXPOSED);
  }

  /** auditd before 4 takes two arguments, and no file with two dots in its name. */
  @Test
  void auditdCanStartThePlugin() throws IOException {
    Path file = Sample.ROOT.resolve("audit/plugins.d/killtrail.conf");
    Properties plugin = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      plugin.load(reader);
    }
    assertThat(plugin.getProperty("args").split(" ", -1)).hasSizeLessThanOrEqualTo(2);
    assertThat(plugin.getProperty("format")).isEqualTo("string");
    Path command = Path.of(plugin.getProperty("path").replace(INSTALLED, Sample.ROOT.toString()));
    assertThat(command).isExecutable();
  }
}
