package io.killtrail.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All snapshots of real machines. */
class SnapshotCapturesTest {
  private static final Path CAPTURES =
      Path.of(System.getenv().getOrDefault("KILLTRAIL_CAPTURES", defaultCaptures()));

  private static String defaultCaptures() {
    return Path.of(System.getProperty("killtrail.root", "."), "../shared/captures").toString();
  }

  @Test
  void readsEveryRow() throws IOException {
    assumeThat(CAPTURES).isDirectory();
    try (Stream<Path> paths = Files.walk(CAPTURES)) {
      List<Path> snapshots = paths.filter(path -> path.toString().endsWith("s.csv")).toList();
      for (Path snapshot : snapshots) {
        if (snapshot.getParent().endsWith("snapshots")) {
          readsEveryRowOf(snapshot);
        }
      }
    }
  }

  private static void readsEveryRowOf(Path snapshot) throws IOException {
    SnapshotRecorder recorder = new SnapshotRecorder();
    InputContext context = new InputContext(snapshot.toString(), Instant.EPOCH, IngestOptions.NONE);
    try (InputStream in = Files.newInputStream(snapshot)) {
      new SnapshotReader().read(in, context, recorder);
    }
    List<Fact> rows = recorder.facts.stream().filter(fact -> !(fact instanceof BootSeen)).toList();

    assertThat(recorder.rejections).as(snapshot.toString()).isEmpty();
    assertThat(rows).hasSize(Files.readAllLines(snapshot).size() - 1);
    assertThat(recorder.all(BootSeen.class)).hasSize(1);
    if (snapshot.toString().endsWith("pidfiles.csv")) {
      assertThat(recorder.all(PidFileSeen.class)).allMatch(seen -> seen.modified().isPresent());
    } else {
      assertThat(recorder.all(BootSeen.class).getFirst().started()).isPresent();
    }
  }
}
