package io.killtrail.ingest.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What configuration files of daemons say of PID files, such as {@code pidfile /run/redis.pid},
 * {@code pid-file = "/x"} or {@code PIDFILE=/run/cron.pid}. Every daemon has a syntax of its own:
 * looked for are absolute paths behind a word of that kind, and paths that end in {@code .pid}.
 */
final class ConfigurationFiles {
  private static final String ETC = "etc";
  private static final int DEPTH = 4;
  private static final int LONGEST = 256 << 10;

  /** A host has some hundreds; the rest go unread. */
  private static final int MOST_FILES = 5_000;

  private static final int MOST_PATHS = 2_000;

  /** Directories of which each file is configuration. */
  private static final Set<String> PLACES =
      Set.of("default", "sysconfig", "init.d", "logrotate.d", "conf.d", "cron.d");

  private static final List<String> ENDINGS =
      List.of(".conf", ".cnf", ".cfg", ".ini", ".config", ".cf", "_config", ".yml", ".yaml", "rc");

  private final ImageTree tree;
  private final Set<String> pidFiles = new TreeSet<>();
  private int files;

  ConfigurationFiles(ImageTree tree) {
    this.tree = tree;
    walk(tree.find(ETC), DEPTH);
  }

  private void walk(Optional<Path> directory, int depth) {
    for (Path entry : tree.quietEntries(directory)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (depth > 1) {
          walk(Optional.of(entry), depth - 1);
        }
      } else if (isConfiguration(entry) && files < MOST_FILES) {
        files++;
        tree.find(entry).filter(ImageTree::regular).ifPresent(this::read);
      }
    }
  }

  private static boolean isConfiguration(Path file) {
    String name = file.getFileName().toString();
    return PLACES.contains(file.getParent().getFileName().toString())
        || ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** Who may not read it does not learn of its PID file, as of any other that nobody named. */
  private void read(Path file) {
    try {
      String text = new String(ImageTree.head(file, LONGEST), StandardCharsets.ISO_8859_1);
      text.lines().forEach(this::line);
    } catch (IOException e) {
      // Said by what is found: a file of a daemon that is not open names no PID file.
    }
  }

  private void line(String line) {
    if (line.toLowerCase(Locale.ROOT).contains("pid") && pidFiles.size() < MOST_PATHS) {
      pidFiles.addAll(ConfigurationLine.pidFiles(line));
    }
  }

  /** Paths on the host; nothing says that there are such files. */
  Set<String> pidFiles() {
    return pidFiles;
  }
}
