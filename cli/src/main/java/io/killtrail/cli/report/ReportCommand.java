package io.killtrail.cli.report;

import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.FilterOptions;
import io.killtrail.cli.option.HostOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.ScheduleOptions;
import io.killtrail.cli.option.SpanOptions;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.schedule.Schedule;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.model.ReportFilter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail report}: the report over the index. */
@Command(
    name = "report",
    abbreviateSynopsis = true,
    header = "Prints the report over all evidence in the index.",
    description = {
      "",
      "With --since last it tells what happened, or came to light, since the last report of its"
          + " --schedule that was made; with --new-only nothing that one of them told.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail report --since yesterday --until today",
      "  killtrail report --unit appd --cause stale-pid-file,other-process",
      "  killtrail report --host web01 --format json -o web01.json",
      "  killtrail report --since -1d --flag unexpected-143 --fail-on flagged",
      "  killtrail report --since last --new-only --schedule mail --mail-to root -o mail.txt",
      "  killtrail report --since last --schedule daily --format html -o reports/%%F.html",
      "  killtrail report --format csv --section restart_loops",
      "  killtrail report --format openmetrics -o /var/lib/node_exporter/killtrail.prom",
      ExitStatus.HEADING + ExitStatus.BASIC,
      ExitStatus.FLAG
    })
public final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IndexOption index;
  @Mixin private SpanOptions span;
  @Mixin private HostOptions hosts;
  @Mixin private FilterOptions cases;
  @Mixin private ReportOptions report;
  @Mixin private ScheduleOptions schedule;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (Pager paged = Pager.open(session, pager)) {
      ReportRun run = new ReportRun(paged.session(), report, redact, zone, color);
      Path directory = index.directory(session.environment());
      Optional<Schedule> next = schedule.schedule(directory, span.sinceLast());
      ReportFilter filter = filter(run.times());
      ExitStatus status =
          next.isPresent() ? run.tell(directory, filter, next.get()) : run.tell(directory, filter);
      return status.code();
    }
  }

  /** Where the last report ended is for the schedule to say. */
  private ReportFilter filter(TimeArgument times) {
    Optional<Instant> since = span.sinceLast() ? Optional.empty() : span.since(times);
    return cases.filter(since, span.until(times), hosts.hosts());
  }
}
