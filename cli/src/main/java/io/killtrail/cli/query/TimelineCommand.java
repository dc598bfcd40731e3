package io.killtrail.cli.query;

import io.killtrail.analyzer.CaseSearch;
import io.killtrail.analyzer.HostTimeline;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.FactOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.Interval;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code killtrail timeline}: everything about one host around some moment. */
@Command(
    name = "timeline",
    abbreviateSynopsis = true,
    header = "Prints all facts of a host around a time, in order.",
    description = {
      "",
      "Signals, exits, units, PID files, boots, and every sighting of a process or thread: what"
          + " happened on the host, a line each. An event that was seen by several roads is printed"
          + " once; stamps of texts without zone are put right where other evidence shows how.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail timeline --host web01 --around '2026-11-21 02:22:16'",
      "  killtrail timeline --around c902f26742611d73 --within 30s",
      "  killtrail timeline --host web01 --around -2h --within 10m --format csv",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class TimelineCommand implements Callable<Integer> {
  private static final int USUAL = 1000;

  private final Session session;

  @Spec private CommandSpec command;
  @Mixin private IndexOption index;

  @Option(
      names = "--around",
      required = true,
      paramLabel = "TIME|CASE",
      description = "This time (" + TimeArgument.FORMS + "), or that of this case.")
  private String around;

  @Option(
      names = "--within",
      paramLabel = "SPAN",
      defaultValue = "5m",
      description = "So long before and after it. Default: 5m.")
  private Interval within;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "The host. Default: that of the case, else the only one of the index.")
  private String host;

  @Mixin private FactOptions facts;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public TimelineCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    List<Fact> found;
    int limit = facts.limit(USUAL);
    Path directory = index.directory(session.environment());
    try (FactIndexReader reader = FactIndexReader.open(directory);
        Pager paged = Pager.open(session, pager)) {
      Moment moment = moment(reader);
      Duration span = within.time();
      found =
          new HostTimeline(reader)
              .of(moment.host(), moment.at().minus(span), moment.at().plus(span), limit);
      new FactList(
              paged.session(),
              zone.zone(session.environment()),
              color.palette(session.environment()))
          .print(Redaction.ofIndex(directory, reader, redact).of(found), facts.format());
    }
    if (found.size() == limit) {
      session.complain("these are the first " + limit + "; --limit shows more");
    }
    return ExitStatus.DONE.code();
  }

  private record Moment(Optional<String> host, Instant at) {}

  private Moment moment(FactIndexReader reader) throws IOException {
    if (CaseRef.looksLikeOne(around)) {
      Case meant = CaseRef.only(around, new CaseSearch(reader).ofCase(around).cases());
      return new Moment(Optional.ofNullable(host).or(meant::host), meant.time());
    }
    Instant time = times().option("--around", around, command).orElseThrow();
    return new Moment(host(new HostTimeline(reader).hosts()), time);
  }

  private TimeArgument times() {
    return new TimeArgument(session.environment().clock(), zone.zone(session.environment()));
  }

  private Optional<String> host(List<String> known) {
    if (host != null) {
      if (!known.contains(host)) {
        throw new ParameterException(
            command.commandLine(),
            "Invalid value for option '--host': " + UnknownHost.message(host, known));
      }
      return Optional.of(host);
    }
    if (known.size() > 1) {
      throw new ParameterException(
          command.commandLine(),
          "Missing required option: '--host=NAME'; the index knows " + String.join(", ", known));
    }
    return known.stream().findFirst();
  }
}
