package io.killtrail.cli.option;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.model.ReportFilter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which cases are told. */
public final class FilterOptions {
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
   * @param hosts empty for all
   */
  public ReportFilter filter(Optional<Instant> since, Optional<Instant> until, Set<String> hosts) {
    return new ReportFilter(since, until, hosts, units, causes, flags, Optional.empty());
  }
}
