package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Evidence of real boots beside what is known of them, where it is there. */
final class Captures {
  static final Path DIRECTORY =
      Sample.ROOT.resolve(
          Optional.ofNullable(System.getenv("KILLTRAIL_CAPTURES")).orElse("../shared/captures"));

  /** What was written down when the boot ran; never to be read as evidence. */
  static final String TRUTH = "truth.jsonl";

  private Captures() {}

  /** Directories of single boots; none where there are no captures. */
  static List<Path> boots() throws IOException {
    if (!Files.isDirectory(DIRECTORY)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(DIRECTORY, 3)) {
      return files
          .filter(file -> file.endsWith(TRUTH) && DIRECTORY.relativize(file).getNameCount() == 3)
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  /** Such as {@code web01-boot2}. */
  static String name(Path boot) {
    return DIRECTORY.relativize(boot).toString().replace('/', '-');
  }

  /** Copies what was recorded, without what was written down when it ran. */
  static void copyWithoutTruth(Path boot, Path to) throws IOException {
    assertThat(boot.resolve(TRUTH)).exists();
    try (Stream<Path> files = Files.walk(boot)) {
      for (Path file : files.filter(file -> !file.endsWith(TRUTH)).toList()) {
        Files.copy(file, to.resolve(boot.relativize(file)));
      }
    }
  }
}
