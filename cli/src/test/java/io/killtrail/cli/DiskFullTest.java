package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file system of the index runs full: a tmpfs, which only root may mount. */
class DiskFullTest {
  private static final long LOG = 6L << 20;

  @TempDir private Path directory;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    assumeThat(Tool.exists("mount")).as("there is a mount command").isTrue();
    Tool done = Tool.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
    mounted = done.exit() == 0;
    if (!mounted) {
      System.out.println("DiskFullTest is skipped: " + done.said());
    }
    assumeThat(mounted).as(done.said()).isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(Tool.run("umount", disk.toString())).isEqualTo(new Tool(0, ""));
    }
  }

  private RunningCommand ingest(Path index) throws IOException {
    return RunningCommand.hurried(
        directory,
        "ingest",
        "--index",
        index.toString(),
        directory.resolve("logs").resolve("audit.log").toString());
  }

  @Test
  void ingestEndsWithAMessageAndGoesOnWhenThereIsSpace() throws Exception {
    new BusyLog(1)
        .write(Files.createDirectory(directory.resolve("logs")).resolve("audit.log"), LOG);
    Path index = disk.resolve("index");

    RunningCommand full = ingest(index);
    assertThat(full.exit()).as(full::said).isEqualTo(1);
    assertThat(full.said().lines().filter(line -> line.startsWith("killtrail: ")))
        .singleElement()
        .asString()
        .contains("no space is left for the index " + index);
    assertThat(clean(index)).isTrue();

    assertThat(Tool.run("mount", "-o", "remount,size=64m", disk.toString()).exit()).isZero();
    ingest(index).end();
    ingest(directory.resolve("undisturbed")).end();
    assertThat(clean(index)).isTrue();
    assertThat(IndexContent.of(index)).isEqualTo(IndexContent.of(directory.resolve("undisturbed")));
  }

  private static boolean clean(Path index) throws IOException {
    try (FSDirectory lucene = FSDirectory.open(index);
        CheckIndex check = new CheckIndex(lucene)) {
      return check.checkIndex().clean;
    }
  }
}
