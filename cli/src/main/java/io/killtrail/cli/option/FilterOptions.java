package io.killtrail.cli.option;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.model.ReportFilter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which cases are told. */
public final class FilterOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only cases at this time or later: " + TimeArgument.FORMS + ".")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only cases before this time. A date alone is its first moment.")
  private String until;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "Only victims of this unit, with or without .service; may be repeated.")
  private Set<String> units = new LinkedHashSet<>();

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      split = ",",
      description =
          "Only this cause, such as stale-pid-file or stop-timeout; may be repeated."
              + " A wrong word lists them all.")
  private Set<Cause> causes = new LinkedHashSet<>();

  @Option(
      names = "--flag",
      paramLabel = "FLAG",
      split = ",",
      description = "Only what is flagged stale-pid-file-collision or unexpected-143.")
  private Set<Flag> flags = new LinkedHashSet<>();

  /** Made by picocli. */
  public FilterOptions() {}

  /**
   * What was asked for.
   *
   * @throws ParameterException when a time is none, or nothing can lie between the two
   */
  public ReportFilter filter(Set<String> hosts, TimeArgument times) {
    Optional<Instant> from = time("--since", since, times);
    Optional<Instant> to = time("--until", until, times);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw wrong("--since " + since + " is not before --until " + until, null);
    }
    return new ReportFilter(from, to, hosts, units, causes, flags);
  }

  private Optional<Instant> time(String option, String value, TimeArgument times) {
    try {
      return Optional.ofNullable(value).map(times::parse);
    } catch (IllegalArgumentException e) {
      throw wrong("Invalid value for option '" + option + "': " + e.getMessage(), e);
    }
  }

  private ParameterException wrong(String message, Throwable cause) {
    return new ParameterException(command.commandLine(), message, cause);
  }
}
