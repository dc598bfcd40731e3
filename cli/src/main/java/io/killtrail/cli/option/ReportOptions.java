package io.killtrail.cli.option;

import io.killtrail.cli.schedule.DatePattern;
import io.killtrail.cli.schedule.MailHead;
import io.killtrail.reports.csv.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
              + " --format csv also a directory (DIR/): each section becomes a file in it."
              + " The date may be part of the name, as date(1) writes it: report-%%F.html;"
              + " directories of such a name are made. %%%% stands for a percent sign.")
  private String output;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      description =
          "The part of a report that --format csv writes: cases, evidence, restart_loops,"
              + " near_misses, presumed_groups, expectations, coverage, inputs or signals."
              + " Default: cases.")
  private Section section;

  @Option(
      names = "--charts",
      paramLabel = "DIR",
      description =
          "Also draw charts into this directory, each as NAME.svg and NAME.png. The date may be"
              + " part of its name, as with -o.")
  private Path charts;

  @Option(
      names = "--mail-to",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Write the header of a mail to this address before the text, for sendmail -t; may be"
              + " repeated.")
  private Set<String> mailTo = new LinkedHashSet<>();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "flagged: exit with status 3 when a case is flagged.")
  private FailOn failOn;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description =
          "What is meant at this site, such as a deploy tool: lines 'expect QUERY' and 'because"
              + " REASON'. Cases that match are expected, lose their flags and name the rule; rules"
              + " that match nothing are told. May be repeated.")
  private List<Path> expect = new ArrayList<>();

  /** Made by picocli. */
  public ReportOptions() {}

  public Format format() {
    return format;
  }

  /** The file or directory; empty for standard output. */
  public Optional<Path> output(ZonedDateTime now) {
    return Optional.ofNullable(output)
        .filter(path -> !path.equals("-"))
        .map(path -> DatePattern.fill(Path.of(path), now));
  }

  /** Whether directories above the output are made: those that have a date in their names. */
  public boolean makesDirectories() {
    return output != null && output.indexOf('%') >= 0;
  }

  /** Whether the output is a directory, to which all sections go. */
  public boolean intoDirectory(ZonedDateTime now) {
    return output(now).filter(path -> output.endsWith("/") || Files.isDirectory(path)).isPresent();
  }

  /** To whom the report is mailed; empty when it is no mail. */
  public List<String> mailTo() {
    return List.copyOf(mailTo);
  }

  /** The part of the report that is written as CSV. */
  public Section section() {
    return Optional.ofNullable(section).orElse(Section.CASES);
  }

  /** Where charts go; empty when none were asked for. */
  public Optional<Path> charts(ZonedDateTime now) {
    return Optional.ofNullable(charts).map(path -> DatePattern.fill(path, now));
  }

  /** Files in which the site says what is meant there. */
  public List<Path> expect() {
    return List.copyOf(expect);
  }

  /** Whether a flagged case makes the exit status 3. */
  public boolean failOnFlagged() {
    return failOn == FailOn.FLAGGED;
  }

  /**
   * Looks whether the options fit together.
   *
   * @param now the time that may be part of names
   * @throws ParameterException when they do not
   */
  public void check(ZonedDateTime now) {
    try {
      output(now);
      charts(now);
      mailTo.forEach(MailHead::address);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
    if (!mailTo.isEmpty() && format != Format.TEXT) {
      throw wrong("--mail-to goes with --format text");
    }
    checkSections(intoDirectory(now));
  }

  private void checkSections(boolean intoDirectory) {
    if (section != null && format != Format.CSV) {
      throw wrong("--section goes with --format csv");
    }
    if (intoDirectory && format != Format.CSV) {
      throw wrong("-o " + output + " is a directory; only --format csv writes into one");
    }
    if (intoDirectory && section != null) {
      throw wrong("-o " + output + " is a directory, which gets all sections; leave out --section");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
