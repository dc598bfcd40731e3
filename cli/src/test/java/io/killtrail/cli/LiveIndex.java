package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An index that commands write, as processes of their own, while others look what is in it. */
final class LiveIndex implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Path directory;
  private final Path path;
  private final List<RunningCommand> started = new ArrayList<>();

  /** In a directory that is there; the index is made by the first command. */
  LiveIndex(Path directory) {
    this.directory = directory;
    this.path = directory.resolve("index");
  }

  Path path() {
    return path;
  }

  RunningCommand ingest(String... args) throws IOException {
    return ingest(Main.class, Map.of(), args);
  }

  RunningCommand follow(String... args) throws IOException {
    return ingest(Stream.concat(Stream.of("--follow"), Stream.of(args)).toArray(String[]::new));
  }

  /** The same by another entry to the command, with more variables in its environment. */
  RunningCommand ingest(Class<?> main, Map<String, String> variables, String... args)
      throws IOException {
    return keep(RunningCommand.start(main, directory, variables, arguments(args)));
  }

  /** The same, started by another command that takes one for its last arguments. */
  RunningCommand ingestUnder(List<String> other, String... args) throws IOException {
    return keep(RunningCommand.under(other, directory, arguments(args)));
  }

  private String[] arguments(String... args) {
    return Stream.concat(Stream.of("ingest", "--index", path.toString()), Stream.of(args))
        .toArray(String[]::new);
  }

  private RunningCommand keep(RunningCommand command) {
    started.add(command);
    return command;
  }

  /** Waits until a first commit is there: from then on the command that writes heeds signals. */
  void awaitCommit() throws IOException, InterruptedException {
    awaitCommit(path);
  }

  static void awaitCommit(Path index) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isCommitted(index) && System.nanoTime() < end) {
      Thread.sleep(1);
    }
    assertThat(isCommitted(index)).as("something is committed").isTrue();
  }

  /** Whether others can read it; what is just being committed has another name. */
  static boolean isCommitted(Path index) throws IOException {
    if (!Files.exists(index)) {
      return false;
    }
    try (Stream<Path> files = Files.list(index)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    }
  }

  /** How many facts a search finds; nothing while there is no index. */
  String count(String query) {
    return Cli.run("search", "--index", path.toString(), "--count", query).out().strip();
  }

  /** Waits until a search finds so many; the test fails when that takes too long. */
  void await(String query, int number) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String found = count(query);
    while (!found.equals(Integer.toString(number)) && System.nanoTime() < end) {
      Thread.sleep(200);
      found = count(query);
    }
    assertThat(found).as(query + ": " + said()).isEqualTo(Integer.toString(number));
  }

  private List<String> said() {
    return started.stream().map(RunningCommand::said).toList();
  }

  /** Ends what runs. */
  @Override
  public void close() {
    started.forEach(RunningCommand::close);
  }
}
