package io.killtrail.ingest.run;

import java.io.IOException;
import java.nio.file.Path;

/** A path leads to another file than before: the log was rotated since it was found. */
final class ReplacedException extends IOException {
  private static final long serialVersionUID = 1;

  ReplacedException(Path path) {
    super(
        path.getFileName() + " was rotated or replaced meanwhile; the same command goes on there");
  }
}
