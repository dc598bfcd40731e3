package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Evidence of every form may be read while it is written: what is in the index in the end is what
 * one run over all of it gives. {@code -Dcrash.seed=N} cuts the files elsewhere.
 */
class GrowingSamplesTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final int PIECES = 4;

  @TempDir private Path directory;

  private final long seed = CrashTest.seed();
  private final Random random = new Random(seed);

  private static List<Path> evidence() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES, 2)) {
      return files
          .filter(file -> file.getNameCount() - SAMPLES.getNameCount() == 2)
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private void ingest(Path index) {
    String year = "--year=2026";
    Path logs = directory.resolve("logs");
    assertThat(Cli.run("ingest", year, "--index", index.toString(), logs.toString()).exit())
        .isZero();
  }

  @Test
  void aFileThatGrowsIsReadAsAtOnce() throws Exception {
    System.out.println("growing samples: -Dcrash.seed=" + seed);
    for (Path file : evidence()) {
      Path name = SAMPLES.relativize(file);
      Path grown = directory.resolve("grown").resolve(name);
      Path whole = directory.resolve("whole").resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      int[] ends = random.ints(PIECES, bytes.length / 4, bytes.length).sorted().toArray();
      ends[PIECES - 1] = bytes.length;
      Path log = directory.resolve("logs").resolve(file.getFileName());
      Files.createDirectories(log.getParent());
      for (int end : ends) {
        Files.write(log, Arrays.copyOf(bytes, end));
        ingest(grown);
      }
      ingest(whole);
      Files.delete(log);

      CrashTest.assertSame(
          IndexContent.of(grown),
          IndexContent.of(whole),
          name + " to " + Arrays.toString(ends) + ", seed " + seed);
    }
  }
}
