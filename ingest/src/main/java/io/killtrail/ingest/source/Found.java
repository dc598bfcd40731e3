package io.killtrail.ingest.source;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A path that a run came upon.
 *
 * @param path absolute and normalised
 * @param name as it is shown; of a file out of an archive {@code ARCHIVE!/path/in/it}
 * @param root as the user named it
 * @param named whether the user named this very path, not a directory above it
 * @param problem why it cannot be read, if so
 */
public record Found(Path path, String name, String root, boolean named, Optional<String> problem) {
  public Found {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(root);
    Objects.requireNonNull(problem);
  }

  /** A path that is shown as it is. */
  public Found(Path path, String root, boolean named, Optional<String> problem) {
    this(path, path.toString(), root, named, problem);
  }
}
