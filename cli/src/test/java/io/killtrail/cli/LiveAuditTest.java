package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.index.FactIndexReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real signals, recorded by the kernel and written by the real auditd, followed live. Runs as root
 * where auditd is installed and nobody uses it.
 */
class LiveAuditTest {
  private static final int SENDERS = 4;
  private static final int SIGNALS = 5_000;
  private static final Pattern EVENT =
      Pattern.compile("type=SYSCALL msg=audit\\(([0-9.]+:[0-9]+)\\).* key=\"kill\"");

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();
  private Optional<RealAuditd> auditd = Optional.empty();
  private Optional<RunningCommand> follower = Optional.empty();
  private Path index;

  @BeforeEach
  void startAuditd() throws Exception {
    index = directory.resolve("index");
    auditd = Optional.of(RealAuditd.start(directory));
  }

  @AfterEach
  void endAll() throws Exception {
    follower.ifPresent(RunningCommand::close);
    started.forEach(Process::destroyForcibly);
    if (auditd.isPresent()) {
      auditd.get().restore();
    }
  }

  private RunningCommand follow() throws IOException {
    RunningCommand command =
        RunningCommand.start(
            directory,
            "ingest",
            "--follow",
            "--index",
            index.toString(),
            auditd.orElseThrow().logs().toString());
    follower = Optional.of(command);
    return command;
  }

  private Process start(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    started.add(process);
    return process;
  }

  private Process startDaemon() throws IOException, InterruptedException {
    Process daemon =
        start(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            ManyThreads.class.getName());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (threads(daemon).size() <= ManyThreads.THREADS && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(threads(daemon)).hasSizeGreaterThan(ManyThreads.THREADS);
    return daemon;
  }

  private static List<Long> threads(Process process) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      return tasks.map(task -> Long.parseLong(task.getFileName().toString())).sorted().toList();
    }
  }

  /** Events of the rule in all that auditd wrote. */
  private List<String> written() throws IOException {
    return written("");
  }

  /** Those of one sender only: others may send signals meanwhile. */
  private List<String> written(String comm) throws IOException {
    String sender = comm.isEmpty() ? "" : "comm=\"" + comm + '"';
    List<String> ids = new ArrayList<>();
    for (String line : auditd.orElseThrow().lines()) {
      Matcher event = EVENT.matcher(line);
      if (event.find() && line.contains(sender)) {
        ids.add(event.group(1));
      }
    }
    return ids;
  }

  /** A sender has ended long before auditd writes what it did. */
  private void awaitWritten(String comm, int number) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (written(comm).size() < number && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(written(comm)).as("written by auditd").hasSizeGreaterThanOrEqualTo(number);
  }

  private List<String> indexed() throws IOException {
    List<String> ids = new ArrayList<>();
    if (!LiveIndex.isCommitted(index)) {
      return ids; // the follower is just starting
    }
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      reader.forEachSignal(
          (address, signal) ->
              ids.add(signal.provenance().id().text().substring("audit:".length())));
    }
    return ids;
  }

  private void awaitIndexed(int number) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (indexed().size() < number && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(indexed()).hasSizeGreaterThanOrEqualTo(number);
  }

  private void awaitIndexed(List<String> written) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!without(written, indexed()).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(without(written, indexed())).as("written, not in the index").isEmpty();
  }

  private static Set<String> without(List<String> some, List<String> others) {
    Set<String> rest = new TreeSet<>(some);
    others.forEach(rest::remove);
    return rest;
  }

  @Test
  void ofAStormEveryEventIsInTheIndexOnceThoughTheIngesterIsKilled() throws Exception {
    Process daemon = startDaemon();
    List<Long> tids = threads(daemon);
    follow();
    List<Process> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      String loop = "i=0; while [ $i -lt " + SIGNALS + " ]; do kill -CONT $0; i=$((i+1)); done";
      senders.add(start("/bin/sh", "-c", loop, tids.get(10 + i).toString()));
    }
    awaitIndexed(1_000);
    follower.orElseThrow().kill();
    follow();
    awaitIndexed(SIGNALS);
    for (Process sender : senders) {
      assertThat(sender.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
    follower.orElseThrow().kill();
    RunningCommand last = follow();
    awaitWritten("sh", SENDERS * SIGNALS);
    awaitIndexed(written());
    List<String> found = indexed();
    List<String> later = written(); // others may have sent signals meanwhile
    last.terminate();

    assertThat(last.exit()).as(last.said()).isZero();
    assertThat(auditd.orElseThrow().rotations()).isGreaterThan(5);
    assertThat(found).doesNotHaveDuplicates();
    assertThat(without(found, later)).as("in the index, not written").isEmpty();
  }

  @Test
  void anEventIsFoundSoonAfterAuditdWroteIt() throws Exception {
    Process sleeper = start("/bin/sleep", "300");
    follow();
    start("/bin/kill", "-CONT", Long.toString(sleeper.pid())).waitFor();
    awaitWritten("kill", 1);
    awaitIndexed(written("kill"));
  }

  /** Before the kill it is armed, and after it the report names it: out of the index or without. */
  @Test
  void theStoryIsToldBeforeItHappensAndAfter() throws Exception {
    Process daemon = startDaemon();
    long tid = threads(daemon).get(60);
    Path file = Path.of("/run/killtrail-live-" + ProcessHandle.current().pid() + ".pid");
    try {
      Files.writeString(file, tid + "\n");
      Files.setLastModifiedTime(
          file, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofMinutes(5))));
      follow();
      Path snapshots = Files.createDirectory(directory.resolve("snapshots"));
      RunningCommand.start(directory, "snapshot", "-o", snapshots.toString()).exit();
      assertArmed(file, daemon, tid);

      playTheKill(file, daemon);

      String logs = auditd.orElseThrow().logs().toString();
      assertNamed(
          Cli.run("analyze", logs, snapshots.toString(), "--format", "json"), file, daemon, tid);
      follower.orElseThrow().terminate();
      Cli.Result rest = Cli.run("ingest", "--index", index.toString(), logs, snapshots.toString());
      assertThat(rest.exit()).as(rest.err()).isZero();
      assertNamed(
          Cli.run("report", "--index", index.toString(), "--format", "json"), file, daemon, tid);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void assertArmed(Path file, Process daemon, long tid) throws IOException {
    Cli.Result result = Cli.run("pidfiles", "--format", "json", "--fail-on", "armed");
    assertThat(result.exit()).as(result.err()).isEqualTo(3);
    Told armed =
        Told.parse(result.out()).list("pid_files").stream()
            .filter(each -> each.at("path").equals(file.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(armed.at("state")).as(armed.toString()).isEqualTo("armed");
    assertThat(armed.at("number")).isEqualTo(Long.toString(tid));
    assertThat(armed.at("holder.pid")).isEqualTo(Long.toString(daemon.pid()));
    assertThat(armed.at("holder.tid")).isEqualTo(Long.toString(tid));
    String doctor = Cli.run("doctor").out();
    assertThat(doctor).contains("PID file(s) armed").contains("PROBLEM");
    assertThat(daemon.isAlive()).isTrue();
  }

  private void playTheKill(Path file, Process daemon) throws Exception {
    Path helper = directory.resolve("helper-live");
    Files.writeString(
        helper, "#!/bin/sh\nn=$(cat " + file + ")\nkill -0 $n && kill -TERM $n\nsleep 1\n");
    assertThat(helper.toFile().setExecutable(true)).isTrue();
    start(helper.toString(), "--pidfile", file.toString()).waitFor();
    assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(daemon.exitValue()).isEqualTo(143);
    awaitWritten("helper-live", 2);
    awaitExitWritten(daemon);
    awaitIndexed(written("helper-live"));
  }

  private void awaitExitWritten(Process daemon) throws IOException, InterruptedException {
    String pid = " pid=" + daemon.pid() + " ";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!exitWritten(pid) && System.nanoTime() < end) {
      Thread.sleep(100);
    }
    assertThat(exitWritten(pid)).as("its exit is written").isTrue();
  }

  private boolean exitWritten(String pid) throws IOException {
    return auditd.orElseThrow().lines().stream()
        .anyMatch(line -> line.contains(pid) && line.contains(" key=\"e\""));
  }

  private static void assertNamed(Cli.Result report, Path file, Process daemon, long tid)
      throws IOException {
    Told told = Told.parse(report.out()).caseOf("stale-pid-file");
    assertThat(told.at("confidence")).as(told.toString()).isEqualTo("proven");
    assertThat(told.at("victim.pid")).isEqualTo(Long.toString(daemon.pid()));
    assertThat(told.at("pid_file.path")).isEqualTo(file.toString());
    assertThat(told.at("pid_file.number")).isEqualTo(Long.toString(tid));
    assertThat(told.at("pid_file.matched")).isEqualTo("thread");
    assertThat(told.at("sender.comm")).isEqualTo("helper-live");
    assertThat(told.at("exit.status")).isEqualTo("143");
  }
}
