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
    Optional<Instant> from = times.option("--since", since, command);
    Optional<Instant> to = times.option("--until", until, command);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new ParameterException(
          command.commandLine(), "--since " + since + " is not before --until " + until);
    }
    return new ReportFilter(from, to, hosts, units, causes, flags);
  }
}
