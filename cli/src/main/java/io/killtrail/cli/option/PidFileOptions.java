package io.killtrail.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How PID files are told, and what the exit status says of them. */
public final class PidFileOptions {
  /** The formats. */
  public enum Format {
    TABLE,
    JSON,
    CSV,
    OPENMETRICS
  }

  /** What makes the exit status 3. */
  public enum FailOn {
    ARMED
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, json (schema killtrail.pidfiles/1), csv, or openmetrics (also for the node"
              + " exporter's textfile collector). Default: table.")
  private Format format = Format.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file; it is replaced when all of it is written.")
  private Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "armed: exit with status 3 when a PID file is armed.")
  private FailOn failOn;

  /** Made by picocli. */
  public PidFileOptions() {}

  public Format format() {
    return format;
  }

  /** Where it is written; empty for standard output. */
  public Optional<Path> output() {
    return Optional.ofNullable(output).filter(path -> !path.equals(Path.of("-")));
  }

  /** Whether an armed PID file makes the exit status 3. */
  public boolean failOnArmed() {
    return failOn == FailOn.ARMED;
  }
}
