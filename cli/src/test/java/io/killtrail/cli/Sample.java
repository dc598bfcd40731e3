package io.killtrail.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One directory under {@code samples/}: evidence only. Beside it stand the reports that are
 * expected, {@code NAME.expected.json} and others, and, where the evidence needs it, further
 * arguments, {@code NAME.args}.
 */
record Sample(String name) {
  static final Path ROOT = Path.of(System.getProperty("killtrail.root"));
  private static final Path SAMPLES = ROOT.resolve("samples");

  static List<Sample> all() {
    try (Stream<Path> entries = Files.list(SAMPLES)) {
      return entries
          .filter(Files::isDirectory)
          .map(directory -> new Sample(directory.getFileName().toString()))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return SAMPLES.resolve(name);
  }

  /** The report expected in a format, which has this extension. */
  Path expected(String extension) {
    return SAMPLES.resolve(name + ".expected." + extension);
  }

  /** Its files by name. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.sorted().toList();
    }
  }

  /** What the evidence does not say itself, such as the year. */
  List<String> arguments() throws IOException {
    Path file = SAMPLES.resolve(name + ".args");
    return Files.exists(file) ? List.of(Files.readString(file).strip().split(" ", -1)) : List.of();
  }

  /** What {@code killtrail analyze} prints, with paths relative to the root. */
  Cli.Result analyze(String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("analyze", directory().toString()));
    words.addAll(arguments());
    words.addAll(List.of(options));
    Cli.Result result = Cli.run(words.toArray(String[]::new));
    return new Cli.Result(result.exit(), withoutRoot(result.out()), result.err());
  }

  static String withoutRoot(String text) {
    return text.replace(ROOT + "/", "");
  }
}
