package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's clock is set, by people or a time server, while its log is followed. */
class ClockStepTest {
  private static final int HOURS = 3_600;

  @TempDir private Path directory;
  private Path log;
  private LiveIndex index;

  @BeforeEach
  void makeDirectories() throws IOException {
    log = Files.createDirectory(directory.resolve("audit")).resolve("audit.log");
    index = new LiveIndex(directory);
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  /** At once, since it is read all the time. */
  private Path setClock(String by) throws IOException {
    Path clock = directory.resolve("clock");
    Path next = Files.writeString(directory.resolve("next"), by);
    return Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
  }

  private RunningCommand follow() throws IOException {
    return index.ingest(
        SetClockMain.class,
        Map.of(SetClockMain.FILE, setClock("PT0S").toString()),
        "--follow",
        log.getParent().toString());
  }

  @Test
  void whatIsWrittenIsFoundThoughTheClockOfTheFollowerIsSet() throws Exception {
    AuditLines.append(log, AuditLines.PLAIN.event(1));
    RunningCommand follower = follow();
    index.await("kind:signal", 1);
    int events = 1;
    for (String by : new String[] {"PT-5H", "PT9H", "PT-0.5S", "PT-8760H", "PT0S"}) {
      setClock(by);
      AuditLines.append(log, AuditLines.PLAIN.event(++events));
      index.await("kind:signal", events);
    }
    follower.terminate();

    assertThat(follower.exit()).as(follower.said()).isZero();
    assertThat(index.count("kind:signal AND victim.pid:500")).isEqualTo("6");
  }

  @Test
  void eventsWhoseStampsGoBackAndForwardAreReadOnce() throws Exception {
    AuditLines late = new AuditLines("", AuditLines.PLAIN.zero() + 9 * HOURS);
    AuditLines early = new AuditLines("", AuditLines.PLAIN.zero() - 5 * HOURS);
    AuditLines.append(log, AuditLines.PLAIN.event(1) + early.syscall(2));
    follow();
    index.await("kind:signal", 2);
    AuditLines.append(log, late.event(3) + early.objPid(2) + AuditLines.PLAIN.syscall(4));
    index.await("victim.pid:500", 3);
    AuditLines.append(log, early.event(5) + AuditLines.PLAIN.objPid(4) + late.event(6));
    index.await("victim.pid:500", 6);
    Path atOnce = directory.resolve("at-once");
    Cli.run("ingest", "--index", atOnce.toString(), log.toString());

    assertThat(index.count("kind:signal")).isEqualTo("6");
    assertThat(IndexContent.of(index.path())).isEqualTo(IndexContent.of(atOnce));
  }
}
