package io.killtrail.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a command left behind. */
record Tool(int exit, String out, String err) {
  private static final int MINUTES = 10;

  /** Whether the host has it. */
  static boolean exists(String name) {
    return Stream.of("/bin", "/usr/bin", "/sbin", "/usr/sbin")
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }

  /** Runs it in the surroundings of this process. */
  static Tool run(Path scratch, String... words) throws IOException, InterruptedException {
    return run(scratch, new ProcessBuilder(words));
  }

  /** Runs it in a directory, with no variables but these. */
  static Tool run(Path scratch, Path directory, Map<String, String> variables, List<String> words)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    return run(scratch, builder);
  }

  private static Tool run(Path scratch, ProcessBuilder builder)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "tool", ".out");
    Path err = Files.createTempFile(scratch, "tool", ".err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
        .as("%s ends", builder.command())
        .isTrue();
    return new Tool(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
