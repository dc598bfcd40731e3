package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that the command may not read, and later may; it runs without the rights of root. */
class UnreadableInputTest {
  @TempDir private Path directory;
  private Path logs;
  private Path open;
  private Path closed;
  private LiveIndex index;

  @BeforeEach
  void writeLogs() throws IOException {
    assumeThat(Tool.exists("setpriv")).as("there is a setpriv command").isTrue();
    logs = Files.createDirectory(directory.resolve("logs"));
    open = Files.createDirectory(logs.resolve("web01")).resolve("audit.log");
    closed = Files.createDirectory(logs.resolve("db01")).resolve("audit.log");
    AuditLines.append(open, AuditLines.of("web01").event(1));
    AuditLines.append(closed, AuditLines.of("db01").event(1));
    index = new LiveIndex(directory);
  }

  @AfterEach
  void endWhatRuns() throws IOException {
    index.close();
    permit(closed.getParent(), "rwx------"); // so that it can be removed
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** Root may read all; without these two capabilities it is an owner as others are. */
  private RunningCommand ingest(String... args) throws IOException {
    boolean root = Files.getOwner(directory).getName().equals("root");
    return index.ingestUnder(
        root ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search") : List.of(),
        args);
  }

  @Test
  void aLogIsNamedAndAllElseIsReadUntilItMayBeRead() throws Exception {
    permit(closed, "---------");
    RunningCommand first = ingest(logs.toString());
    assertThat(first.exit()).as(first::said).isEqualTo(4);
    assertThat(first.said()).contains("killtrail: " + closed + ": permission denied\n");
    assertThat(index.count("kind:signal")).isEqualTo("1");

    permit(closed, "rw-------");
    RunningCommand second = ingest(logs.toString());
    assertThat(second.exit()).as(second::said).isZero();
    assertThat(index.count("kind:signal AND victim.pid:500")).isEqualTo("2");
  }

  @Test
  void aDirectoryIsNamedAndAllElseIsReadUntilItMayBeListed() throws Exception {
    permit(closed.getParent(), "---------");
    RunningCommand first = ingest(logs.toString());
    assertThat(first.exit()).as(first::said).isEqualTo(4);
    assertThat(first.said())
        .contains("killtrail: " + closed.getParent() + ": cannot be listed: permission denied\n");

    permit(closed.getParent(), "rwx------");
    RunningCommand second = ingest(logs.toString());
    assertThat(second.exit()).as(second::said).isZero();
    assertThat(index.count("kind:signal")).isEqualTo("2");
  }

  @Test
  void aPathIntoADirectoryThatMayNotBeEnteredIsNotTakenForMissing() throws Exception {
    permit(closed.getParent(), "---------");
    RunningCommand command = ingest(closed.toString());

    assertThat(command.exit()).as(command::said).isEqualTo(4);
    assertThat(command.said()).contains("killtrail: " + closed + ": permission denied\n");
  }

  @Test
  void aFollowedLogIsNamedOnceAndReadAsSoonAsItMayBe() throws Exception {
    permit(closed, "---------");
    RunningCommand follower = ingest("--follow", logs.toString());
    follower.awaitSaying(closed + ": permission denied");
    index.await("kind:signal", 1);
    AuditLines.append(open, AuditLines.of("web01").event(2));
    index.await("kind:signal", 2);
    permit(closed, "rw-------");
    index.await("kind:signal", 3);
    AuditLines.append(closed, AuditLines.of("db01").event(2));
    index.await("node:db01 AND kind:signal", 2);
    follower.terminate();

    assertThat(follower.exit()).as(follower::said).isZero();
    assertThat(follower.said().lines()).hasSize(1);
  }

  @Test
  void aFollowedLogThatIsClosedForAWhileLosesNothing() throws Exception {
    RunningCommand follower = ingest("--follow", logs.toString());
    index.await("kind:signal", 2);
    AuditLines.append(closed, AuditLines.of("db01").syscall(2));
    index.await("kind:signal", 3);
    permit(closed, "---------");
    AuditLines.append(closed, AuditLines.of("db01").objPid(2) + AuditLines.of("db01").event(3));
    follower.awaitSaying(closed + ": permission denied");
    permit(closed, "rw-------");
    index.await("node:db01 AND victim.pid:500", 3);
    follower.terminate();

    assertThat(follower.exit()).as(follower::said).isZero();
    assertThat(index.count("kind:signal")).isEqualTo("4");
  }
}
