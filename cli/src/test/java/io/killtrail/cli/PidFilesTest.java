package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.killtrail.cli.environment.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PID files of the machine that the test runs on, and processes of its own. */
class PidFilesTest {
  private static final long OWN = ProcessHandle.current().pid();

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void needsProc() {
    assumeThat(Path.of("/proc/sys/kernel/random/boot_id")).exists();
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Cli.Result pidFiles(String... more) {
    Environment known = Cli.ENVIRONMENT;
    Environment now =
        new Environment(
            known.variables(),
            Clock.systemUTC(),
            known.zone(),
            known.home(),
            known.root(),
            known.terminal(),
            known.charset());
    return Cli.run(
        now,
        Stream.concat(Stream.of("pidfiles", "--pid-files", directory + "/*.pid"), Stream.of(more))
            .toArray(String[]::new));
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content, StandardCharsets.ISO_8859_1);
  }

  private Told told(String name) throws IOException {
    Cli.Result result = pidFiles("--format", "json");
    return Told.parse(result.out()).list("pid_files").stream()
        .filter(file -> file.at("path").equals(directory.resolve(name).toString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(result.out() + result.err()));
  }

  private Process daemon() throws IOException, InterruptedException {
    Process daemon =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ManyThreads.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(daemon);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (threads(daemon).size() < 200 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    return daemon;
  }

  private static List<Long> threads(Process process) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      return tasks.map(task -> Long.parseLong(task.getFileName().toString())).sorted().toList();
    }
  }

  @Test
  void aNumberOfOneOfTwoHundredThreadsIsArmed() throws Exception {
    Process daemon = daemon();
    long tid = threads(daemon).get(100);
    Path file = file("helperd.pid", tid + "\n");
    Files.setLastModifiedTime(
        file, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofMinutes(5))));
    Told told = told("helperd.pid");
    assertThat(told.at("state")).as(told.toString()).isEqualTo("armed");
    assertThat(told.at("number")).isEqualTo(Long.toString(tid));
    assertThat(told.at("holder.pid")).isEqualTo(Long.toString(daemon.pid()));
    assertThat(told.at("holder.tid")).isEqualTo(Long.toString(tid));
    assertThat(told.at("holder.comm")).isEqualTo("java");

    assertThat(pidFiles("--fail-on", "armed").exit()).isEqualTo(3);
    assertThat(pidFiles().exit()).isIn(0, 4);
    assertThat(pidFiles().out())
        .contains("armed    " + file)
        .contains("of java[" + daemon.pid() + "]");
    assertThat(pidFiles("--format", "csv").out()).contains("armed," + file + "," + tid + ",");
    assertThat(pidFiles("--format", "openmetrics").out())
        .contains("killtrail_pid_file_armed{path=\"" + file + "\"")
        .endsWith("# EOF\n");
    assertThat(daemon.isAlive()).as("nobody signalled it").isTrue();
  }

  @Test
  void aFileThatALiveProcessWroteIsValid() throws IOException {
    file("own.pid", OWN + "\n");
    assertThat(told("own.pid").at("state")).isEqualTo("valid");
  }

  @Test
  void aNumberOfNobodyIsStale() throws Exception {
    Process gone = new ProcessBuilder("/bin/true").start();
    gone.waitFor();
    file("gone.pid", gone.pid() + "\n");
    assertThat(told("gone.pid").at("state")).isEqualTo("stale");
  }

  @Test
  void contentThatIsNoNumberIsNothingToFear() throws Exception {
    file("empty.pid", "");
    file("garbage.pid", "helperd\n");
    file("binary.pid", "\0\1\2\377350");
    file("huge.pid", "7".repeat(1 << 22));
    String pipe = directory.resolve("pipe.pid").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
    Files.createSymbolicLink(directory.resolve("loop.pid"), Path.of("loop.pid"));
    for (String name : List.of("empty.pid", "garbage.pid", "binary.pid", "huge.pid")) {
      assertThat(told(name).at("state")).as(name).isEqualTo("stale");
      assertThat(told(name).at("number")).as(name).isEqualTo("null");
    }
    assertThat(pidFiles().err()).contains(pipe + ": not a regular file");
    assertThat(pidFiles().exit()).isEqualTo(4);
  }

  @Test
  void anAgeThatIsNoneHidesNoFile() throws IOException {
    Files.setLastModifiedTime(
        file("old.pid", OWN + "\n"), FileTime.from(Instant.parse("1960-01-01T00:00:00Z")));
    Files.setLastModifiedTime(
        file("young.pid", OWN + "\n"), FileTime.from(Instant.parse("+12000-01-01T00:00:00Z")));
    file("own.pid", OWN + "\n");
    assertThat(pidFiles().exit()).isIn(0, 4);
    assertThat(told("old.pid").at("number")).isEqualTo(Long.toString(OWN));
    assertThat(told("old.pid").at("modified")).isEqualTo("null");
    assertThat(told("young.pid").at("number")).isEqualTo(Long.toString(OWN));
    assertThat(told("own.pid").at("state")).isEqualTo("valid");
  }

  @Test
  void aLinkIsItsTarget() throws IOException {
    Path target = file("number", OWN + "\n");
    Files.createSymbolicLink(directory.resolve("link.pid"), target);
    assertThat(told("number").at("state")).isEqualTo("valid");
  }

  @Test
  void ofAnImageNothingIsGuessed() throws IOException {
    Path image = directory.resolve("image");
    Files.createDirectories(image.resolve("var/lib/helperd"));
    Files.writeString(image.resolve("var/lib/helperd/helperd.pid"), OWN + "\n");
    Cli.Result result = Cli.run("pidfiles", "--root", image.toString(), "--format", "json");
    assertThat(result.exit()).isZero();
    Told file = Told.parse(result.out()).list("pid_files").getFirst();
    assertThat(file.at("state")).isEqualTo("null");
    assertThat(file.at("reason")).contains("image");
  }

  /** Root may read all; without these two capabilities it is an owner as others are. */
  @Test
  void whatMayNotBeReadIsNamedAndNotGuessed() throws Exception {
    assumeThat(Tool.exists("setpriv")).as("there is a setpriv command").isTrue();
    Path file = file("closed.pid", "1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    boolean root = Files.getOwner(directory).getName().equals("root");
    RunningCommand command =
        RunningCommand.under(
            root ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search") : List.of(),
            directory,
            "pidfiles",
            "--pid-files",
            directory + "/*.pid");

    assertThat(command.exit()).as(command.said()).isEqualTo(4);
    assertThat(command.said())
        .contains("killtrail: " + file + ": permission denied\n")
        .contains("unknown  " + file)
        .contains("it could not be read: permission denied");
  }

  @Test
  void aFileOfMetricsIsReplacedAtOnce() throws IOException {
    Path metrics = Files.writeString(directory.resolve("pidfiles.prom"), "before");
    file("helperd.pid", "999999\n");
    Cli.Result result = pidFiles("--format", "openmetrics", "-o", metrics.toString());
    assertThat(result.out()).isEmpty();
    assertThat(metrics)
        .content()
        .contains("killtrail_pid_files{state=\"stale\"}")
        .endsWith("# EOF\n");
    assertThat(directory.resolve("pidfiles.prom.part")).doesNotExist();
  }

  @Test
  void anIndexThatIsAskedForMustBeThere() {
    Cli.Result result = pidFiles("--index", directory.resolve("none").toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void whatWasSeenInEarlierBootsGivesOdds() throws IOException {
    Path csv = directory.resolve("before.csv");
    String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    Files.writeString(
        csv,
        "boot_id,captured_at,host,pid,tid,ppid,comm,start_epoch\n"
            + "2b83f51991ac42c386393666cd7407d1,1600000100,"
            + host
            + ",1,1,0,systemd,1600000000\n"
            + "2b83f51991ac42c386393666cd7407d1,1600000100,"
            + host
            + ",9,29999,1,w,1600000050\n");
    String index = directory.resolve("index").toString();
    assertThat(Cli.run("ingest", "--index", index, csv.toString()).exit()).isZero();
    file("far.pid", "29999\n");
    Cli.Result result = pidFiles("--index", index, "--format", "json");
    Told far =
        Told.parse(result.out()).list("pid_files").stream()
            .filter(file -> file.at("path").endsWith("/far.pid"))
            .findFirst()
            .orElseThrow();
    assertThat(far.at("next_boot.odds.boots_seen")).isEqualTo("1");
    assertThat(far.at("next_boot.odds.boots_taken")).isEqualTo("1");
  }
}
