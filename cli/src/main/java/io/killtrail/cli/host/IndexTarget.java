package io.killtrail.cli.host;

import io.killtrail.cli.ingest.IngestRun;
import io.killtrail.cli.session.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An index, which others may write between two snapshots. */
record IndexTarget(Path index, Session session) implements SnapshotTarget {
  private static final String NAME = "snapshot";

  @Override
  public void take(String csv) throws IOException, InterruptedException {
    if (!csv.isEmpty()) {
      byte[] content = csv.getBytes(StandardCharsets.UTF_8);
      IngestRun.stream(index, NAME, new ByteArrayInputStream(content), session);
    }
  }

  @Override
  public void close() {}
}
