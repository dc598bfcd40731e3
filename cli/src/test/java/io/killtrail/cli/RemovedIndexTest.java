package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody removes the directory of the index under a run. */
class RemovedIndexTest {
  private static final long LOG = 8L << 20;

  @TempDir private Path directory;
  private Path log;
  private LiveIndex index;

  @BeforeEach
  void makeDirectories() throws IOException {
    log = Files.createDirectory(directory.resolve("logs")).resolve("audit.log");
    index = new LiveIndex(directory);
  }

  @AfterEach
  void endWhatRuns() {
    index.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(index.path())) {
      return files.toList();
    }
  }

  /** As {@code rm -r}, while nobody writes to it. */
  private void remove() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(index.path());
  }

  private void assertSaysThatItIsGone(RunningCommand command) throws Exception {
    assertThat(command.exit()).as(command::said).isEqualTo(1);
    assertThat(command.said())
        .isEqualTo(
            "killtrail: the index "
                + index.path()
                + " was removed while it was written; the same command makes it anew\n");
  }

  @Test
  void aFollowerSaysSoAndTheNextBuildsItAnew() throws Exception {
    AuditLines.append(log, AuditLines.PLAIN.event(1));
    RunningCommand follower = index.follow(log.toString());
    index.await("kind:signal", 1);
    follower.whileStopped(this::remove);
    AuditLines.append(log, AuditLines.PLAIN.event(2));

    assertSaysThatItIsGone(follower);
    index.follow(log.toString());
    index.await("kind:signal", 2);
  }

  @Test
  void aRunThatEndsSaysSoAndTheNextBuildsItAnew() throws Exception {
    new BusyLog(1).write(log, LOG);
    RunningCommand run = index.ingest(HurriedMain.class, Map.of(), log.toString());
    index.awaitCommit();
    run.whileStopped(this::remove);
    assertSaysThatItIsGone(run);
    RunningCommand again = index.ingest(log.toString());

    assertThat(again.exit()).as(again::said).isZero();
    Path undisturbed = directory.resolve("undisturbed");
    Cli.run("ingest", "--index", undisturbed.toString(), log.toString());
    assertThat(IndexContent.of(index.path())).isEqualTo(IndexContent.of(undisturbed));
  }

  @Test
  void aPluginSaysSoThoughAuditdGivesNothingMore() throws Exception {
    RunningCommand plugin = index.follow("-");
    index.awaitCommit();
    plugin.stdin().write(AuditLines.PLAIN.event(1).getBytes(StandardCharsets.US_ASCII));
    plugin.stdin().flush();
    index.await("kind:signal", 1);
    plugin.whileStopped(this::remove);
    plugin.stdin().close();

    assertSaysThatItIsGone(plugin);
  }
}
