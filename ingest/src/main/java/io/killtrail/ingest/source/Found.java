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
 * @param key device and inode of the file that the path led to; empty where that can't change
 * @param problem why it cannot be read, if so
 */
public record Found(
    Path path,
    String name,
    String root,
    boolean named,
    Optional<String> key,
    Optional<String> problem) {
  public Found {
    Objects.requireNonNull(path);
    Objects.requireNonNull(name);
    Objects.requireNonNull(root);
    Objects.requireNonNull(key);
    Objects.requireNonNull(problem);
  }

  /** A path that is shown as it is, and always leads to the same. */
  public Found(Path path, String root, boolean named, Optional<String> problem) {
    this(path, path.toString(), root, named, Optional.empty(), problem);
  }

  /** A file that may be renamed while it is read. */
  static Found file(Path path, String root, boolean named, String key) {
    return new Found(path, path.toString(), root, named, Optional.of(key), Optional.empty());
  }

  /** Whether both paths led to one file, if that can be told. */
  public boolean isSameFile(Found other) {
    return key.isPresent() && key.equals(other.key);
  }
}
