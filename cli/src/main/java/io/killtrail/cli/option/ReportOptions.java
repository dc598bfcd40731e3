package io.killtrail.cli.option;

import io.killtrail.reports.csv.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a report is written, and what the exit status says of it. */
public final class ReportOptions {
  /** The formats of a report. */
  public enum Format {
    TEXT,
    HTML,
    JSON,
    CSV,
    MARKDOWN,
    OPENMETRICS
  }

  /** What makes the exit status 3. */
  public enum FailOn {
    FLAGGED
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, html (one file for browsers, with raw records), json (schema killtrail.report/1),"
              + " csv, markdown, or openmetrics (also for the node exporter's textfile collector)."
              + " Default: text.")
  private Format format = Format.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the report to this file; it is replaced when the report is complete. With"
              + " --format csv also a directory (DIR/): each section becomes a file in it.")
  private String output;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      description =
          "The part of a report that --format csv writes: cases, evidence, restart_loops,"
              + " near_misses, presumed_groups, coverage, inputs or signals. Default: cases.")
  private Section section;

  @Option(
      names = "--charts",
      paramLabel = "DIR",
      description = "Also draw charts into this directory, each as NAME.svg and NAME.png.")
  private Path charts;

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

  /** The file or directory; empty for standard output. */
  public Optional<Path> output() {
    return Optional.ofNullable(output).filter(path -> !path.equals("-")).map(Path::of);
  }

  /** Whether the output is a directory, to which all sections go. */
  public boolean intoDirectory() {
    return output().isPresent() && (output.endsWith("/") || Files.isDirectory(Path.of(output)));
  }

  /** The part of the report that is written as CSV. */
  public Section section() {
    return Optional.ofNullable(section).orElse(Section.CASES);
  }

  /** Where charts go; empty when none were asked for. */
  public Optional<Path> charts() {
    return Optional.ofNullable(charts);
  }

  /** Whether a flagged case makes the exit status 3. */
  public boolean failOnFlagged() {
    return failOn == FailOn.FLAGGED;
  }

  /**
   * Looks whether the options fit together.
   *
   * @throws ParameterException when they do not
   */
  public void check() {
    if (section != null && format != Format.CSV) {
      throw wrong("--section goes with --format csv");
    }
    if (intoDirectory() && format != Format.CSV) {
      throw wrong("-o " + output + " is a directory; only --format csv writes into one");
    }
    if (intoDirectory() && section != null) {
      throw wrong("-o " + output + " is a directory, which gets all sections; leave out --section");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
