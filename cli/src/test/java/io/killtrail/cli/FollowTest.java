package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest --follow} as a process, on a log that others write. */
class FollowTest {
  @TempDir private Path directory;
  private Path logs;
  private Path log;
  private LiveIndex index;

  @BeforeEach
  void makeDirectories() throws IOException {
    logs = Files.createDirectory(directory.resolve("audit"));
    log = logs.resolve("audit.log");
    index = new LiveIndex(directory);
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  private RunningCommand follow(String... args) throws IOException {
    return index.follow(args);
  }

  private void write(String lines) throws IOException {
    AuditLines.append(log, lines);
  }

  private static String syscall(int event) {
    return AuditLines.PLAIN.syscall(event);
  }

  private static String objPid(int event) {
    return AuditLines.PLAIN.objPid(event);
  }

  private static String event(int event) {
    return AuditLines.PLAIN.event(event);
  }

  private void awaitSignals(int number) throws InterruptedException {
    index.await("kind:signal", number);
  }

  @Test
  void whatIsWrittenIsFoundWhileTheLogGoesOn() throws Exception {
    write(event(1));
    follow(logs.toString());
    awaitSignals(1);
    write(event(2) + syscall(3));
    awaitSignals(3);
    index.await("victim.pid:500", 2);
    write(objPid(3));
    index.await("victim.pid:500", 3);
    assertThat(index.count("kind:signal")).isEqualTo("3");
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
    index.await("victim.pid:500", 4);
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
    assertThat(index.count("kind:signal")).isEqualTo("2");
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
    index.await("victim.pid:500", 3);
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
    assertThat(index.count("kind:signal")).isEqualTo("2");
  }

  @Test
  void asAPluginItEndsWithAuditd() throws Exception {
    RunningCommand command = follow("-");
    command.stdin().write(event(1).getBytes(StandardCharsets.ISO_8859_1));
    command.stdin().close();

    assertThat(command.exit()).as(command.said()).isZero();
    assertThat(index.count("kind:signal")).isEqualTo("1");
  }

  @Test
  void anImageCannotBeFollowed() throws Exception {
    Cli.Result result =
        Cli.run(
            "ingest", "--follow", "--index", index.path().toString(), "--root", logs.toString());

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--follow takes files and directories, or - alone");
  }
}
