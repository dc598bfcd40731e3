package io.killtrail.cli.host;

import java.io.IOException;

/** Where snapshots go. */
interface SnapshotTarget extends AutoCloseable {
  /** Takes rows with the names of their columns; may be called again. */
  void take(String csv) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
