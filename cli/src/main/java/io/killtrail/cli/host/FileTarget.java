package io.killtrail.cli.host;

import io.killtrail.cli.session.OutputFile;
import java.io.IOException;
import java.nio.file.Path;

/** One snapshot in a file, which is replaced when it is complete. */
record FileTarget(Path file) implements SnapshotTarget {
  @Override
  public void take(String csv) throws IOException {
    OutputFile.write(file, out -> out.append(csv));
  }

  @Override
  public void close() {}
}
