package io.killtrail.cli.report;

import io.killtrail.cli.environment.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for an index that nobody keeps: gone at the end, also after Ctrl-C. */
final class ThrowAwayIndex implements AutoCloseable {
  private final Path directory;
  private final Thread hook;

  private ThrowAwayIndex(Path directory) {
    this.directory = directory;
    this.hook = new Thread(this::delete, "delete " + directory);
  }

  /** Mode 0700, in $TMPDIR, else where Java puts temporary files. */
  static ThrowAwayIndex create(Environment environment) throws IOException {
    Path parent =
        Path.of(
            environment.variable("TMPDIR").orElseGet(() -> System.getProperty("java.io.tmpdir")));
    Path directory =
        Files.createTempDirectory(
            parent,
            "killtrail-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ThrowAwayIndex index = new ThrowAwayIndex(directory);
    Runtime.getRuntime().addShutdownHook(index.hook);
    return index;
  }

  Path directory() {
    return directory;
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs anyway and finds nothing.
    }
  }

  /** What cannot be deleted stays: the report matters more. */
  private void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // Gone already, or a writer that Ctrl-C stopped in the middle made a new file.
    }
  }
}
