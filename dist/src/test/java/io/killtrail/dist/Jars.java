package io.killtrail.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars of an installed tree. */
record Jars(Path tree) {
  /** Those of libraries, killtrail's own modules among them. */
  List<Path> libraries() throws IOException {
    return jars(tree.resolve("lib"));
  }

  /** The command's own too. */
  List<Path> all() throws IOException {
    return Stream.concat(jars(tree).stream(), libraries().stream()).toList();
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
