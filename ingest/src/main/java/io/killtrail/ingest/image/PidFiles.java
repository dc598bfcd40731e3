package io.killtrail.ingest.image;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where a host keeps PID files: by their name, and by what units say. */
final class PidFiles {
  private static final String SUFFIX = ".pid";
  private static final int RUN_DEPTH = 8;

  /** {@code /var/lib/a/b/x.pid}: state lies there too, and can be a lot. */
  private static final int LIB_DEPTH = 3;

  /** A host has some dozens; the rest go untold. */
  private static final int MOST = 2_000;

  private final ImageTree tree;
  private final Set<Path> files = new TreeSet<>();

  PidFiles(ImageTree tree) {
    this.tree = tree;
    walk(tree.find("run"), RUN_DEPTH);
    walk(tree.find("var/run"), RUN_DEPTH);
    walk(tree.find("var/lib"), LIB_DEPTH);
    for (String path : new UnitFiles(tree).pidFiles()) {
      tree.find(path).ifPresent(this::keep);
    }
  }

  /** Links to directories are not followed: what they lead to is walked where it lies. */
  private void walk(Optional<Path> directory, int depth) {
    for (Path entry : ImageTree.entries(directory)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (depth > 1) {
          walk(Optional.of(entry), depth - 1);
        }
      } else if (entry.getFileName().toString().endsWith(SUFFIX)) {
        tree.find(entry).ifPresent(this::keep);
      }
    }
  }

  private void keep(Path file) {
    if (files.size() < MOST && ImageTree.regular(file)) {
      files.add(file);
    }
  }

  /** The files, each once. */
  Set<Path> files() {
    return files;
  }
}
