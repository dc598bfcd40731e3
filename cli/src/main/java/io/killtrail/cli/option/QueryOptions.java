package io.killtrail.cli.option;

import io.killtrail.analyzer.index.FactQuery;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is searched for most often, without having to know a field. */
public final class QueryOptions {
  @Option(
      names = "--signal",
      paramLabel = "SIGNAL",
      split = ",",
      description = "Only this signal: TERM, SIGTERM or 15; 0 is a probe. May be repeated.")
  private Set<SignalArgument> signals = new LinkedHashSet<>();

  @Option(
      names = {"--sender", "--from-pid"},
      paramLabel = "WHO",
      description =
          "Only signals of this sender: a process id, a command name or an executable's path;"
              + " may be repeated.")
  private Set<String> senders = new LinkedHashSet<>();

  @Option(
      names = {"--victim", "--to-pid"},
      paramLabel = "WHO",
      description =
          "Only signals to, and ends of, this process: a process id or a command name; also the"
              + " number as it was passed to the call. May be repeated.")
  private Set<String> victims = new LinkedHashSet<>();

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "Only facts that name this unit, with or without .service; may be repeated.")
  private Set<String> units = new LinkedHashSet<>();

  @Option(
      names = "--login",
      description =
          "Only signals out of login sessions: sent by people, and by what they started; cron"
              + " opens sessions too.")
  private boolean login;

  /** Made by picocli. */
  public QueryOptions() {}

  /**
   * What was asked for.
   *
   * @param lucene the query in Lucene syntax besides
   * @param span the time besides
   * @param hosts the hosts besides; empty for all
   */
  public FactQuery query(String lucene, SpanOptions span, Set<String> hosts, TimeArgument times) {
    return new FactQuery(
        lucene,
        span.since(times),
        span.until(times),
        hosts,
        signals.stream().map(SignalArgument::number).collect(Collectors.toSet()),
        senders,
        victims,
        units,
        login);
  }

  /** Whether anything was asked for. */
  public boolean any() {
    boolean who = !(senders.isEmpty() && victims.isEmpty() && units.isEmpty());
    return who || login || !signals.isEmpty();
  }
}
