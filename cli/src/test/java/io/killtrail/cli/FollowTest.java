package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest --follow} as a process, on a log that others write. */
class FollowTest {
  private static final int PATIENCE_SECONDS = 30;

  @TempDir private Path directory;
  private Path logs;
  private Path log;
  private Path index;
  private Optional<RunningCommand> running = Optional.empty();

  @BeforeEach
  void makeDirectories() throws IOException {
    logs = Files.createDirectory(directory.resolve("audit"));
    log = logs.resolve("audit.log");
    index = directory.resolve("index");
  }

  @AfterEach
  void endWhatRuns() {
    running.ifPresent(RunningCommand::close);
  }

  private RunningCommand follow(String... args) throws IOException {
    String[] all = new String[args.length + 4];
    all[0] = "ingest";
    all[1] = "--follow";
    all[2] = "--index";
    all[3] = index.toString();
    System.arraycopy(args, 0, all, 4, args.length);
    RunningCommand started = RunningCommand.start(directory, all);
    running = Optional.of(started);
    return started;
  }

  private static String header(String type, int event) {
    return "type="
        + type
        + " msg=audit("
        + (1_700_000_000 + event)
        + ".000:"
        + (10 + event)
        + "): ";
  }

  private static String syscall(int event) {
    return header("SYSCALL", event)
        + "arch=c000003e syscall=62 success=yes exit=0 a0=1f4 a1=f a2=0 a3=0 items=0 ppid=1 pid="
        + (1000 + event)
        + " auid=4294967295 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=(none)"
        + " ses=4294967295 comm=\"killer\" exe=\"/usr/bin/killer\" key=\"kill\"\n";
  }

  private static String objPid(int event) {
    return header("OBJ_PID", event) + "opid=500 oauid=-1 ouid=0 oses=-1 ocomm=\"victim\"\n";
  }

  private static String event(int event) {
    return syscall(event) + objPid(event);
  }

  private void write(String lines) throws IOException {
    Files.writeString(
        log,
        lines,
        StandardCharsets.ISO_8859_1,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private String count(String query) {
    return Cli.run("search", "--index", index.toString(), "--count", query).out().strip();
  }

  /** Waits until a search finds so many; the test fails when that takes too long. */
  private void awaitSignals(int number) throws InterruptedException {
    awaitCount("kind:signal", number);
  }

  private void awaitCount(String query, int number) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String found = count(query);
    while (!found.equals(Integer.toString(number)) && System.nanoTime() < end) {
      Thread.sleep(100);
      found = count(query);
    }
    assertThat(found).as(query).isEqualTo(Integer.toString(number));
  }

  @Test
  void whatIsWrittenIsFoundWhileTheLogGoesOn() throws Exception {
    write(event(1));
    follow(logs.toString());
    awaitSignals(1);
    write(event(2) + syscall(3));
    awaitSignals(3);
    awaitCount("victim.pid:500", 2);
    write(objPid(3));
    awaitCount("victim.pid:500", 3);
    assertThat(count("kind:signal")).isEqualTo("3");
  }

  @Test
  void aRotationLosesNothing() throws Exception {
    write(event(1));
    follow(logs.toString());
    awaitSignals(1);
    write(event(2) + syscall(3));
    Files.move(log, logs.resolve("audit.log.1"));
    write(objPid(3) + event(4));
    awaitSignals(4);
    awaitCount("victim.pid:500", 4);
  }

  @Test
  void aLogThatIsCopiedAndTruncatedLosesNothing() throws Exception {
    write(event(1) + event(2));
    follow(logs.toString());
    awaitSignals(2);
    Files.copy(log, logs.resolve("audit.log.1"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(log, "");
    write(event(3));
    awaitSignals(3);
  }

  @Test
  void aLogThatIsNotThereYetIsReadWhenItComes() throws Exception {
    RunningCommand command = follow(log.toString());
    command.awaitSaying(log + ": no such file");
    write(event(1));
    awaitSignals(1);
    command.terminate();

    assertThat(command.exit()).as(command.said()).isZero();
  }

  @Test
  void sigtermEndsItInOrder() throws Exception {
    write(event(1));
    RunningCommand command = follow(logs.toString());
    awaitSignals(1);
    write(event(2));
    Thread.sleep(1000);
    command.terminate();

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(count("kind:signal")).isEqualTo("2");
  }

  @Test
  void afterAKillItGoesOnWhereItWas() throws Exception {
    write(event(1) + syscall(2));
    RunningCommand command = follow(logs.toString());
    awaitSignals(2);
    command.kill();
    write(objPid(2) + event(3));
    follow(logs.toString());
    awaitSignals(3);
    awaitCount("victim.pid:500", 3);
  }

  @Test
  void asAPluginItTakesWhatAuditdGives() throws Exception {
    RunningCommand command = follow("-");
    command.stdin().write(event(1).getBytes(StandardCharsets.ISO_8859_1));
    command.stdin().flush();
    awaitSignals(1);
    command.stdin().write(syscall(2).substring(0, 50).getBytes(StandardCharsets.ISO_8859_1));
    command.stdin().flush();
    Thread.sleep(1500);
    command.stdin().write(syscall(2).substring(50).getBytes(StandardCharsets.ISO_8859_1));
    command.stdin().flush();
    awaitSignals(2);
    command.terminate();

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(count("kind:signal")).isEqualTo("2");
  }

  @Test
  void asAPluginItEndsWithAuditd() throws Exception {
    RunningCommand command = follow("-");
    command.stdin().write(event(1).getBytes(StandardCharsets.ISO_8859_1));
    command.stdin().close();

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(count("kind:signal")).isEqualTo("1");
  }

  @Test
  void anImageCannotBeFollowed() throws Exception {
    Cli.Result result =
        Cli.run("ingest", "--follow", "--index", index.toString(), "--root", logs.toString());

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--follow takes files and directories, or - alone");
  }
}
