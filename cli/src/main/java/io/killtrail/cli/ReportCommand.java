package io.killtrail.cli;

import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.FilterOptions;
import io.killtrail.cli.option.HostOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.SpanOptions;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.reports.model.ReportFilter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail report}: the report over the index. */
@Command(
    name = "report",
    abbreviateSynopsis = true,
    header = "Prints the report over all evidence in the index.",
    description = "",
    footer = {
      "",
      "Examples:",
      "  killtrail report --since yesterday --until today",
      "  killtrail report --unit appd --cause stale-pid-file,other-process",
      "  killtrail report --host web01 --format json -o web01.json",
      "  killtrail report --since -1d --flag unexpected-143 --fail-on flagged",
      "  killtrail report --format csv --section restart_loops",
      "  killtrail report --format openmetrics -o /var/lib/node_exporter/killtrail.prom",
      ExitStatus.HEADING + ExitStatus.BASIC,
      ExitStatus.FLAG
    })
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IndexOption index;
  @Mixin private SpanOptions span;
  @Mixin private HostOptions hosts;
  @Mixin private FilterOptions cases;
  @Mixin private ReportOptions report;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (Pager paged = Pager.open(session, pager)) {
      ReportRun run = new ReportRun(paged.session(), report, redact, zone, color);
      ReportFilter filter = cases.filter(hosts.hosts(), span, run.times());
      return run.tell(index.directory(session.environment()), filter).code();
    }
  }
}
