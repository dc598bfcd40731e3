package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log on a disk that fails while it is read: strace(1) lets the kernel say so. */
class BadDiskTest {
  private static final long LOG = 2L << 20;

  @TempDir private Path directory;
  private Path log;
  private LiveIndex index;

  @BeforeEach
  void writeLog() throws Exception {
    assumeThat(Tool.exists("strace")).as("there is a strace command").isTrue();
    Tool traced = Tool.run("strace", "-qq", "-o", "/dev/null", "true");
    assumeThat(traced.exit()).as("processes may be traced here: " + traced.said()).isZero();
    log = Files.createDirectory(directory.resolve("logs")).resolve("audit.log");
    index = new LiveIndex(directory);
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  /** From one of its reads of the log on, the command gets an error. */
  private RunningCommand ingest(String reads, String... args) throws IOException {
    return index.ingestUnder(
        List.of(
            "strace",
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-P",
            log.toString(),
            "-e",
            "trace=read,pread64",
            "-e",
            "inject=read,pread64:error=EIO:when=" + reads),
        args);
  }

  private Map<String, Integer> undisturbed() throws Exception {
    Path other = directory.resolve("undisturbed");
    assertThat(Cli.run("ingest", "--index", other.toString(), log.toString()).exit()).isZero();
    return IndexContent.of(other);
  }

  /** The first reads look how the log begins, the later ones are on the way through it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 8})
  void whatCouldBeReadIsKeptAndALaterRunGoesOn(int read) throws Exception {
    new BusyLog(read).write(log, LOG);
    RunningCommand failing = ingest(read + "+", log.toString());
    assertThat(failing.exit()).as(failing::said).isEqualTo(4);
    assertThat(failing.said().lines().filter(line -> line.startsWith("killtrail: ")))
        .singleElement()
        .asString()
        .startsWith("killtrail: " + log + ": ")
        .contains("Input/output error");
    RunningCommand again = index.ingest(log.toString());

    assertThat(again.exit()).as(again::said).isZero();
    CrashTest.assertSame(IndexContent.of(index.path()), undisturbed(), "read " + read);
  }

  @Test
  void aFollowerGoesOnWhenTheDiskDoes() throws Exception {
    AuditLines.append(log, AuditLines.PLAIN.events(1, 2_000));
    RunningCommand follower = ingest("6..12", "--follow", log.toString());
    follower.awaitSaying("Input/output error");
    AuditLines.append(log, AuditLines.PLAIN.event(2_001));
    index.await("kind:signal AND victim.pid:500", 2_001);
  }
}
