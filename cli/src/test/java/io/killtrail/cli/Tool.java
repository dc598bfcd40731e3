package io.killtrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command of the host left behind.
 *
 * @param said on standard output and standard error
 */
record Tool(int exit, String said) {
  /** Whether the host has it. */
  static boolean exists(String name) {
    Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1));
    return Stream.concat(path, Stream.of("/bin", "/usr/bin", "/sbin", "/usr/sbin"))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }

  static Tool run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Tool(process.exitValue(), new String(said, StandardCharsets.UTF_8).strip());
  }
}
