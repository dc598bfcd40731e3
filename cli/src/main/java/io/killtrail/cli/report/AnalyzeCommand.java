package io.killtrail.cli.report;

import io.killtrail.cli.ingest.IngestRun;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.EvidenceOptions;
import io.killtrail.cli.option.FilterOptions;
import io.killtrail.cli.option.InputOptions;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.SpanOptions;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.model.ReportFilter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail analyze}: evidence in, report out. */
@Command(
    name = "analyze",
    abbreviateSynopsis = true,
    header = "Reads evidence and prints the report, keeping nothing.",
    description = {
      "",
      "Takes audit logs, journals (binary, journalctl -o json, or text), snapshots, and directories with"
          + " any of them; rotated, compressed, in tar or zip archives. What a file is, is found"
          + " out from its content.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail analyze /var/log/audit",
      "  journalctl -o json | killtrail analyze --host web01 - /var/log/audit",
      "  killtrail analyze --flag unexpected-143 --since yesterday evidence/",
      "  killtrail analyze --root /mnt/image",
      "  killtrail analyze evidence/ --format html -o report.html",
      "  killtrail analyze evidence/ --format json -o report.json --fail-on flagged",
      "  killtrail analyze evidence/ --format csv -o tables/",
      "  killtrail analyze evidence/ --format markdown --redact -o issue.md",
      ExitStatus.HEADING + ExitStatus.BASIC,
      ExitStatus.FLAG,
      ExitStatus.PART
    })
public final class AnalyzeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private EvidenceOptions evidence;
  @Mixin private InputOptions input;
  @Mixin private SpanOptions span;
  @Mixin private FilterOptions cases;
  @Mixin private ReportOptions report;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public AnalyzeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (ThrowAwayIndex index = ThrowAwayIndex.create(session.environment());
        Pager paged = Pager.open(session, pager)) {
      ReportRun run = new ReportRun(paged.session(), report, redact, zone, color);
      TimeArgument times = run.times();
      ReportFilter filter = cases.filter(span.since(times), span.until(times), Set.of());
      IngestRun ingest = IngestRun.into(index.directory(), evidence, input.options(), session);
      return run.tellOnce(index.directory(), filter).and(ingest.status()).code();
    }
  }
}
