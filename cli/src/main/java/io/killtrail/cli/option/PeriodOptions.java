package io.killtrail.cli.option;

import io.killtrail.reports.model.ReportFilter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which hosts and which time are meant. */
public final class PeriodOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this time on: " + TimeArgument.FORMS + ".")
  private String since;

  @Option(names = "--until", paramLabel = "TIME", description = "Only before this time.")
  private String until;

  @Option(names = "--host", paramLabel = "NAME", description = "Only this host; may be repeated.")
  private Set<String> hosts = new LinkedHashSet<>();

  /** Made by picocli. */
  public PeriodOptions() {}

  /** The hosts; empty for all. */
  public Set<String> hosts() {
    return Set.copyOf(hosts);
  }

  /** Since when; empty for always. */
  public Optional<Instant> since(TimeArgument times) {
    return times.option("--since", since, command);
  }

  /**
   * Until when; empty for always.
   *
   * @throws ParameterException when a time is none, or nothing can lie between the two
   */
  public Optional<Instant> until(TimeArgument times) {
    Optional<Instant> from = since(times);
    Optional<Instant> to = times.option("--until", until, command);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new ParameterException(
          command.commandLine(), "--since " + since + " is not before --until " + until);
    }
    return to;
  }

  /** What lies in it. */
  public ReportFilter filter(TimeArgument times) {
    return new ReportFilter(since(times), until(times), hosts, Set.of(), Set.of(), Set.of());
  }

  boolean any() {
    return since != null || until != null || !hosts.isEmpty();
  }
}
