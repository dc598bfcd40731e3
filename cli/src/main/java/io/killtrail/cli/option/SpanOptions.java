package io.killtrail.cli.option;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which time is meant. */
public final class SpanOptions {
  private static final String LAST = "last";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only from this time on: " + TimeArgument.FORMS + "; of report also: last.")
  private String since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only before this time. A date alone is its first moment.")
  private String until;

  /** Made by picocli. */
  public SpanOptions() {}

  /** Whether the time begins where the last report of a schedule ended. */
  public boolean sinceLast() {
    return LAST.equals(since);
  }

  /**
   * Since when; empty for always.
   *
   * @throws ParameterException when it is no time
   */
  public Optional<Instant> since(TimeArgument times) {
    return times.option("--since", since, command);
  }

  /**
   * Until when; empty for always.
   *
   * @throws ParameterException when a time is none, or nothing can lie between the two
   */
  public Optional<Instant> until(TimeArgument times) {
    Optional<Instant> from = sinceLast() ? Optional.empty() : since(times);
    Optional<Instant> to = times.option("--until", until, command);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new ParameterException(
          command.commandLine(), "--since " + since + " is not before --until " + until);
    }
    return to;
  }

  /** Whether one was given. */
  public boolean any() {
    return since != null || until != null;
  }
}
