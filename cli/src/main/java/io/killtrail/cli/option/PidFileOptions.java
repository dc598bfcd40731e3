package io.killtrail.cli.option;

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
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "armed: exit with status 3 when a PID file is armed.")
  private FailOn failOn;

  /** Made by picocli. */
  public PidFileOptions() {}

  public Format format() {
    return format;
  }

  /** Whether an armed PID file makes the exit status 3. */
  public boolean failOnArmed() {
    return failOn == FailOn.ARMED;
  }
}
