package io.killtrail.ingest.image;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where a host keeps PID files: by their name, and by what units and configuration files say. */
final class PidFiles {
  private static final String SUFFIX = ".pid";
  private static final int RUN_DEPTH = 8;

  /** {@code /var/lib/a/b/x.pid}: state lies there too, and can be a lot. */
  private static final int LIB_DEPTH = 3;

  /** A host has some dozens. What units or the user name is taken besides. */
  private static final int MOST = 2_000;

  private static final String USERS = "run/user";
  private static final List<String> RUN = List.of("run", "var/run");
  private static final List<String> STATE = List.of("var/lib", "var/spool");

  /** Where anybody may put as many files as he likes: they must not displace those of daemons. */
  private static final List<String> OPEN = List.of(USERS, "run/lock", "var/run/lock", "var/lock");

  private final ImageTree tree;
  private final Optional<Path> users;
  private final Set<Path> open;
  private final Map<Path, Optional<String>> files = new TreeMap<>();
  private int counted;
  private boolean full;

  PidFiles(ImageTree tree) {
    this.tree = tree;
    this.users = tree.find(USERS);
    this.open = tree.findAll(OPEN);
    new UnitFiles(tree)
        .pidFiles()
        .forEach((path, unit) -> tree.find(path).ifPresent(file -> named(file, Optional.of(unit))));
    for (String path : new ConfigurationFiles(tree).pidFiles()) {
      tree.find(path).ifPresent(this::found);
    }
    tree.findAll(RUN).forEach(directory -> walk(directory, RUN_DEPTH));
    tree.findAll(STATE).forEach(directory -> walk(directory, LIB_DEPTH));
    open.forEach(directory -> walk(directory, RUN_DEPTH + 1));
  }

  /**
   * Links to directories are not followed: what they lead to is walked where it lies. Nor are other
   * file systems entered, of which one may not answer.
   */
  private void walk(Path directory, int depth) {
    for (Path entry : full ? List.<Path>of() : tree.entries(Optional.of(directory))) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (depth > 1 && !open.contains(entry) && near(directory, entry)) {
          walk(entry, depth - 1);
        }
      } else if (entry.getFileName().toString().endsWith(SUFFIX)) {
        tree.find(entry).ifPresent(this::found);
      }
    }
  }

  /** Each user's is a file system of its own. */
  private boolean near(Path directory, Path entry) {
    return users.filter(directory::equals).isPresent()
        || ImageTree.sameFileSystem(directory, entry);
  }

  private void found(Path file) {
    if (files.containsKey(file) || !ImageTree.regular(file)) {
      return;
    }
    if (counted < MOST) {
      counted++;
      files.put(file, Optional.empty());
    } else if (!full) {
      full = true;
      tree.unseen("more than " + MOST + " PID files; the rest was left out");
    }
  }

  private void named(Path file, Optional<String> unit) {
    if (ImageTree.regular(file)) {
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
      named(file, Optional.empty());
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
