package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.killtrail.cli.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of the machine that the test runs on. */
class SnapshotTest {
  private static final long OWN = ProcessHandle.current().pid();

  @TempDir private Path directory;
  private Path pidFile;

  @BeforeEach
  void makePidFile() throws IOException {
    assumeThat(Path.of("/proc/sys/kernel/random/boot_id")).exists();
    pidFile = Files.writeString(directory.resolve("own.pid"), OWN + "\n");
  }

  private Cli.Result snapshot(String... more) {
    List<String> words =
        Stream.concat(Stream.of("snapshot", "--pid-files", directory + "/*.pid"), Stream.of(more))
            .toList();
    return Cli.run(now(), words.toArray(String[]::new));
  }

  private static Environment now() {
    Environment known = Cli.ENVIRONMENT;
    return new Environment(
        known.variables(),
        Clock.systemUTC(),
        known.zone(),
        known.home(),
        known.root(),
        known.terminal(),
        known.charset());
  }

  /** An ordinary user does not see all, and is told. */
  private static void ran(Cli.Result result) {
    assertThat(result.exit()).as(result.err()).isEqualTo(result.err().isEmpty() ? 0 : 4);
  }

  private List<Path> files(Path taken) throws IOException {
    try (Stream<Path> files = Files.list(taken)) {
      return files.sorted().toList();
    }
  }

  @Test
  void isReadWithoutARejectedRow() throws IOException {
    Path file = directory.resolve("all.csv");
    ran(snapshot("-o", file.toString()));
    assertThat(Files.readString(file))
        .contains("," + OWN + "," + OWN + ",")
        .contains("," + pidFile + "," + OWN + ",");
    Cli.Result read = Cli.run("analyze", file.toString(), "--format", "json");
    List<Told> inputs = Told.parse(read.out()).list("inputs");
    assertThat(inputs.stream().map(input -> input.at("format"))).containsOnly("process snapshot");
    assertThat(inputs.stream().map(input -> input.at("rejected"))).containsOnly("0");
  }

  @Test
  void goesToStandardOutput() {
    Cli.Result result = snapshot();
    ran(result);
    assertThat(result.out())
        .startsWith("boot_id,captured_at,host,pid_max,pid,tid,")
        .contains("\nboot_id,captured_at,host,path,pid,mtime,inode\n");
  }

  @Test
  void goesStraightIntoTheIndex() {
    Path index = directory.resolve("index");
    ran(snapshot("--index", index.toString()));
    Cli.Result found = Cli.run("search", "--index", index.toString(), "path:\"" + pidFile + "\"");
    assertThat(found.out()).contains(pidFile.toString()).contains(Long.toString(OWN));
  }

  @Test
  void afterAnotherHasOnlyWhatHasChanged() throws IOException {
    String taken = directory + "/taken/";
    String last = directory.resolve("last.csv").toString();
    ran(snapshot("-o", taken, "--after", last));
    Files.writeString(pidFile, "1\n");
    ran(snapshot("-o", taken, "--after", last));
    List<Path> files = files(Path.of(taken));
    assertThat(files).hasSize(2);
    assertThat(Files.readString(files.getLast()))
        .contains("," + pidFile + ",1,")
        .doesNotContain("," + OWN + "," + OWN + ",");
    assertThat(Files.size(files.getLast())).isLessThan(Files.size(files.getFirst()));
  }

  @Test
  void goesOnUntilItIsAskedToStop() throws Exception {
    Path file = directory.resolve("series.csv");
    try (RunningCommand command =
        RunningCommand.start(
            directory,
            "snapshot",
            "--every",
            "1s",
            "--pid-files",
            pidFile.toString(),
            "-o",
            file.toString())) {
      await(file, "," + pidFile + "," + OWN + ",");
      Files.delete(pidFile);
      await(file, "," + pidFile + ",,,");
      command.terminate();
      assertThat(command.exit()).isIn(0, 4);
    }
    assertThat(rows(file, OWN)).as("when it was first there, and when last").isEqualTo(2);
  }

  private static long rows(Path file, long pid) throws IOException {
    String own = "," + pid + "," + pid + ",";
    return Files.readAllLines(file).stream().filter(row -> row.contains(own)).count();
  }

  private static void await(Path file, String text) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!(Files.exists(file) && Files.readString(file).contains(text))
        && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(file).content().contains(text);
  }

  @Test
  void ofAnImageHasItsPidFiles() throws IOException {
    Path image = directory.resolve("image");
    Files.createDirectories(image.resolve("var/lib/helperd"));
    Files.createDirectories(image.resolve("etc"));
    Files.writeString(image.resolve("etc/hostname"), "web01\n");
    Files.writeString(image.resolve("var/lib/helperd/helperd.pid"), "350\n");
    Cli.Result result = Cli.run("snapshot", "--root", image.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.out().lines().skip(1))
        .singleElement()
        .asString()
        .startsWith("\"\",") // no boot
        .contains(",web01,/var/lib/helperd/helperd.pid,350,");
  }

  @Test
  void namesWhatIsNotThere() {
    Cli.Result result = Cli.run(now(), "snapshot", "--pid-files", directory + "/none.pid");
    assertThat(result.exit()).isEqualTo(4);
    assertThat(result.err()).contains("killtrail: " + directory + "/none.pid: no such file\n");
  }
}
