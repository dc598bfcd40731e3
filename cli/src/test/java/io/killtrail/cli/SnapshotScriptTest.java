package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/killtrail-snapshot} writes, the command reads. */
class SnapshotScriptTest {
  @TempDir private Path directory;

  private static int run(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static String script() {
    return Sample.ROOT.resolve("bin/killtrail-snapshot").toString();
  }

  @Test
  void writesSnapshotsThatAreReadWhole() throws Exception {
    assumeThat(Path.of("/proc/sys/kernel/random/boot_id")).exists();
    assumeThat(List.of("/bin/ps", "/usr/bin/ps"))
        .anyMatch(tool -> Files.isExecutable(Path.of(tool)));
    assertThat(run(script(), directory.toString())).isZero();
    Cli.Result result = Cli.run("analyze", directory.toString(), "--format", "json");
    List<Told> inputs = Told.parse(result.out()).list("inputs");
    assertThat(inputs.stream().map(input -> input.at("format")))
        .containsExactlyInAnyOrder("process snapshot", "PID file snapshot");
    assertThat(inputs.stream().map(input -> input.at("rejected")))
        .as(() -> "rows: " + rows())
        .containsOnly("0");
    assertThat(ownRow()).isPresent();
  }

  /** What was written, to tell why a row was rejected. */
  private String rows() {
    try (Stream<Path> files = Files.list(directory)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The row of this very process. */
  private Optional<String> ownRow() throws IOException {
    String own = "," + ProcessHandle.current().pid() + "," + ProcessHandle.current().pid() + ",";
    try (Stream<Path> files = Files.list(directory)) {
      Path rows = files.filter(file -> file.toString().contains("procs")).findFirst().orElseThrow();
      return Files.readAllLines(rows).stream().filter(row -> row.contains(own)).findFirst();
    }
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    assumeThat(Path.of("/bin/sh")).exists();
    assertThat(run(script())).isEqualTo(2);
  }
}
