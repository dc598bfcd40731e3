package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, which can be sent signals. */
final class RunningCommand implements AutoCloseable {
  private final Process process;
  private final Path said;

  private RunningCommand(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /** Starts it; what it says is kept in a file of that directory. */
  static RunningCommand start(Path directory, String... args) throws IOException {
    return start(directory, Map.of(), args);
  }

  /** The same, with more variables in its environment. */
  static RunningCommand start(Path directory, Map<String, String> variables, String... args)
      throws IOException {
    Path said = Files.createTempFile(directory, "said", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.killtrail.cli.Main"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(variables);
    return new RunningCommand(builder.start(), said);
  }

  OutputStream stdin() {
    return process.getOutputStream();
  }

  /** Sends SIGTERM; how many milliseconds it took to end. */
  long terminate() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(this::said).isTrue();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  /** Sends SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for its end. */
  int exit() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(this::said).isTrue();
    return process.exitValue();
  }

  /** Waits until it says this on standard output or standard error. */
  void awaitSaying(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!said().contains(text) && process.isAlive() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(said()).contains(text);
  }

  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
