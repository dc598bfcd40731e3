package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest --follow} on logs of several hosts, which rotate as logrotate does it. */
class FollowManyTest {
  private static final AuditLines WEB = AuditLines.of("web01");
  private static final AuditLines DB = AuditLines.of("db01");

  @TempDir private Path directory;
  private LiveIndex index;

  @BeforeEach
  void nameTheIndex() {
    index = new LiveIndex(directory);
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  private Path log(String host) throws IOException {
    return Files.createDirectories(directory.resolve("logs").resolve(host)).resolve("audit.log");
  }

  private void awaitVictims(String host, int number) throws InterruptedException {
    index.await("node:" + host + " AND victim.pid:500", number);
  }

  private static void compress(Path log) throws IOException {
    Path compressed = log.resolveSibling(log.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(log, out);
    }
    Files.delete(log);
  }

  @Test
  void eachHostHasItsOwnEventsThoughTheirNumbersAreTheSame() throws Exception {
    AuditLines.append(log("web01"), WEB.event(1));
    AuditLines.append(log("db01"), DB.event(1));
    index.follow(log("web01").toString(), log("db01").toString());
    awaitVictims("web01", 1);
    awaitVictims("db01", 1);
    AuditLines.append(log("web01"), WEB.event(2) + WEB.syscall(3));
    AuditLines.append(log("db01"), DB.syscall(2));
    Files.move(log("web01"), log("web01").resolveSibling("audit.log.1"));
    AuditLines.append(log("db01"), DB.objPid(2) + DB.event(3));
    AuditLines.append(log("web01"), WEB.objPid(3) + WEB.event(4));
    awaitVictims("web01", 4);
    awaitVictims("db01", 3);
    assertThat(index.count("kind:signal")).isEqualTo("7");
  }

  @Test
  void linesOfSeveralHostsInOneLogAreKeptApart() throws Exception {
    Path log = log("all");
    AuditLines.append(log, WEB.syscall(1) + DB.syscall(1));
    index.follow(log.toString());
    index.await("kind:signal", 2);
    AuditLines.append(log, DB.objPid(1) + WEB.objPid(1));
    awaitVictims("web01", 1);
    awaitVictims("db01", 1);
    assertThat(index.count("kind:signal")).isEqualTo("2");
  }

  @Test
  void aLogOfAnotherHostIsFollowedFromWhenItComes() throws Exception {
    AuditLines.append(log("web01"), WEB.event(1));
    index.follow(directory.resolve("logs").toString());
    awaitVictims("web01", 1);
    AuditLines.append(log("db01"), DB.event(1));
    awaitVictims("db01", 1);
    AuditLines.append(log("db01"), DB.event(2));
    awaitVictims("db01", 2);
  }

  @Test
  void aLogThatIsNamedByItsDateAndCompressedALittleLaterIsReadOnce() throws Exception {
    Path log = log("web01");
    AuditLines.append(log, WEB.events(1, 2));
    index.follow(log.getParent().toString());
    awaitVictims("web01", 2);
    AuditLines.append(log, WEB.event(3) + WEB.syscall(4));
    Path first = Files.move(log, log.resolveSibling("audit.log-20261120"));
    AuditLines.append(log, WEB.objPid(4) + WEB.event(5));
    awaitVictims("web01", 5);
    compress(first);
    AuditLines.append(log, WEB.syscall(6));
    Path second = Files.move(log, log.resolveSibling("audit.log-20261121"));
    AuditLines.append(log, WEB.objPid(6) + WEB.event(7));
    awaitVictims("web01", 7);
    compress(second);
    AuditLines.append(log, WEB.event(8));
    awaitVictims("web01", 8);
    assertThat(index.count("kind:signal")).isEqualTo("8");
  }

  @Test
  void aLogThatIsNamedByItsDateAndCompressedAtOnceIsReadToItsEnd() throws Exception {
    Path log = log("web01");
    AuditLines.append(log, WEB.events(1, 2) + WEB.syscall(3));
    index.follow(log.getParent().toString());
    index.await("kind:signal", 3);
    AuditLines.append(log, WEB.objPid(3) + WEB.event(4) + WEB.syscall(5));
    compress(Files.move(log, log.resolveSibling("audit.log-20261121")));
    AuditLines.append(log, WEB.objPid(5) + WEB.event(6));
    awaitVictims("web01", 6);
    assertThat(index.count("kind:signal")).isEqualTo("6");
  }

  @Test
  void logsThatAreCopiedAndTruncatedAgainAndAgainAreReadOnce() throws Exception {
    Path log = log("web01");
    AuditLines.append(log, WEB.event(1));
    index.follow(log.getParent().toString());
    awaitVictims("web01", 1);
    for (int event = 2; event < 8; event += 2) {
      AuditLines.append(log, WEB.event(event) + WEB.syscall(event + 1));
      Files.copy(log, log.resolveSibling("audit.log-2026112" + event));
      Files.writeString(log, "");
      AuditLines.append(log, WEB.objPid(event + 1));
      awaitVictims("web01", event + 1);
    }
    assertThat(index.count("kind:signal")).isEqualTo("7");
  }
}
