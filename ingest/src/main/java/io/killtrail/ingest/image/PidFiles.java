package io.killtrail.ingest.image;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a host keeps PID files: by their name, and by what units and configuration files say. */
final class PidFiles {
  private static final String SUFFIX = ".pid";
  private static final int RUN_DEPTH = 8;

  /** {@code /var/lib/a/b/x.pid}: state lies there too, and can be a lot. */
  private static final int LIB_DEPTH = 3;

  /** A host has some dozens; the rest go untold. */
  private static final int MOST = 2_000;

  private final ImageTree tree;
  private final Map<Path, Optional<String>> files = new TreeMap<>();

  PidFiles(ImageTree tree) {
    this.tree = tree;
    new UnitFiles(tree)
        .pidFiles()
        .forEach((path, unit) -> tree.find(path).ifPresent(file -> keep(file, Optional.of(unit))));
    for (String path : new ConfigurationFiles(tree).pidFiles()) {
      tree.find(path).ifPresent(this::keep);
    }
    walk(tree.find("run"), RUN_DEPTH);
    walk(tree.find("var/run"), RUN_DEPTH);
    // Each user's is a file system of its own.
    tree.entries(tree.find("run/user")).forEach(own -> walk(Optional.of(own), RUN_DEPTH));
    walk(tree.find("run/lock"), RUN_DEPTH);
    walk(tree.find("var/lib"), LIB_DEPTH);
    walk(tree.find("var/spool"), LIB_DEPTH);
  }

  /**
   * Links to directories are not followed: what they lead to is walked where it lies. Nor are other
   * file systems entered, of which one may not answer.
   */
  private void walk(Optional<Path> directory, int depth) {
    for (Path entry : tree.entries(directory)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (depth > 1 && ImageTree.sameFileSystem(directory.orElseThrow(), entry)) {
          walk(Optional.of(entry), depth - 1);
        }
      } else if (entry.getFileName().toString().endsWith(SUFFIX)) {
        tree.find(entry).ifPresent(this::keep);
      }
    }
  }

  private void keep(Path file) {
    keep(file, Optional.empty());
  }

  private void keep(Path file, Optional<String> unit) {
    if (files.size() < MOST && ImageTree.regular(file)) {
      files.merge(file, unit, (known, also) -> known.isPresent() ? known : also);
    }
  }

  /** Also takes what a user named; that it is not there, or no file, is said. */
  void addMatching(String glob) {
    List<Path> found = new PidFileGlob(glob).matches(tree);
    if (found.isEmpty()) {
      tree.unseen(glob + ": no such file");
    }
    for (Path file : found) {
      if (!ImageTree.regular(file)) {
        tree.unseen(tree.onHost(file) + ": not a regular file");
      }
      keep(file);
    }
  }

  /** The files, each once, in order of their paths. */
  List<ImagePidFile> told() {
    return files.entrySet().stream()
        .map(
            entry ->
                new ImagePidFile(entry.getKey(), tree.onHost(entry.getKey()), entry.getValue()))
        .toList();
  }
}
