package io.killtrail.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a report is written, and what the exit status says of it. */
public final class ReportOptions {
  /** The formats of a report. */
  public enum Format {
    TEXT,
    HTML,
    JSON
  }

  /** What makes the exit status 3. */
  public enum FailOn {
    FLAGGED
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, html (one file for browsers, with raw records) or json (schema"
              + " killtrail.report/1). Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report to this file; it is replaced when the report is complete.")
  private Path output;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "flagged: exit with status 3 when a case is flagged.")
  private FailOn failOn;

  /** Made by picocli. */
  public ReportOptions() {}

  public Format format() {
    return format;
  }

  /** The file; empty for standard output. */
  public Optional<Path> output() {
    return Optional.ofNullable(output).filter(path -> !path.toString().equals("-"));
  }

  /** Whether a flagged case makes the exit status 3. */
  public boolean failOnFlagged() {
    return failOn == FailOn.FLAGGED;
  }
}
