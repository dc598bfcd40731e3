package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An index of all samples, as the README makes one; made once for a test class. */
final class SamplesIndex implements AutoCloseable {
  private final Path directory;

  SamplesIndex() {
    try {
      directory = Files.createTempDirectory("killtrail-samples");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String samples = Sample.ROOT.resolve("samples").toString();
    assertThat(run("ingest", "--year", "2026", samples).exit()).isZero();
  }

  Path directory() {
    return directory;
  }

  /** Runs a command over the index. */
  Cli.Result run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(1, List.of("--index", directory.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  /** What it prints when it ends well and has nothing to complain of. */
  String printed(String... words) {
    Cli.Result result = run(words);
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    return result.out();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
