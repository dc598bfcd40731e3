package io.killtrail.ingest.source;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A path that a run came upon.
 *
 * @param path absolute and normalised
 * @param root as the user named it
 * @param named whether the user named this very path, not a directory above it
 * @param problem why it cannot be read, if so
 */
public record Found(Path path, String root, boolean named, Optional<String> problem) {
  public Found {
    Objects.requireNonNull(path);
    Objects.requireNonNull(root);
    Objects.requireNonNull(problem);
  }
}
