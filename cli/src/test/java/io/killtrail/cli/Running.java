package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of the command as a process of its own, which can be killed. */
final class Running {
  private static final Duration HANG = Duration.ofMinutes(10);

  private final Process process;
  private final Path err;

  private Running(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /** What it says on standard error goes to a file of this directory. */
  static Running start(Path directory, String... arguments) throws IOException {
    Path err = Files.createTempFile(directory, "run", ".err");
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HurriedMain.class.getName()));
    words.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    return new Running(process, err);
  }

  /** How long a whole run takes. */
  static Duration time(Path directory, String... arguments) throws Exception {
    Instant begun = Instant.now();
    start(directory, arguments).end();
    return Duration.between(begun, Instant.now());
  }

  /** Kills it with SIGKILL unless it ends before; whether it was killed. */
  boolean kill(Duration after) throws Exception {
    if (process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
      end();
      return false;
    }
    process.destroyForcibly().waitFor();
    return process.exitValue() == 137;
  }

  /** Waits for its end, which must be a good one. */
  void end() throws Exception {
    assertThat(exit()).as(() -> said()).isZero();
  }

  /** Waits for its end, whatever it be. */
  int exit() throws Exception {
    assertThat(process.waitFor(HANG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
