package io.killtrail.cli.option;

import io.killtrail.cli.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports that are made again and again. */
public final class ScheduleOptions {
  private static final String USUAL = "default";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description =
          "The series of reports that this one belongs to. What they told is kept in the"
              + " directory of the index, a file each. Default: default, with --since last or --new-only.")
  private String name;

  @Option(
      names = "--new-only",
      description =
          "Tell nothing that a report of the schedule told, unless its verdict has changed; print"
              + " nothing, and write no file, when nothing is new.")
  private boolean newOnly;

  /** Made by picocli. */
  public ScheduleOptions() {}

  /**
   * The schedule, if the report belongs to one.
   *
   * @param sinceLast whether it begins where the last one ended
   * @throws ParameterException when the name is none
   * @throws IOException when what was told can't be read; the message is for the user
   */
  public Optional<Schedule> schedule(Path index, boolean sinceLast) throws IOException {
    if (name == null && !newOnly && !sinceLast) {
      return Optional.empty();
    }
    try {
      String series = name == null ? USUAL : name;
      return Optional.of(Schedule.open(index, series, sinceLast, newOnly));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '--schedule': " + e.getMessage(), e);
    }
  }
}
