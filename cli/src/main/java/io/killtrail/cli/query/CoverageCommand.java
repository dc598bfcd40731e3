package io.killtrail.cli.query;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.HostOptions;
import io.killtrail.cli.option.IndexOption;
import io.killtrail.cli.option.PagerOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.SpanOptions;
import io.killtrail.cli.option.TextOrJson;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.PageWidth;
import io.killtrail.cli.session.Pager;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.json.CoverageJson;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.CoverageText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code killtrail coverage}: what was not watched. */
@Command(
    name = "coverage",
    abbreviateSynopsis = true,
    header = "Tells what the evidence does not cover: what was not watched, and when.",
    description = {
      "",
      "Records that were lost, boots without audit, calls that no rule records, snapshots that"
          + " nobody took: from when to when, and which cases lie in it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  killtrail coverage",
      "  killtrail coverage --host web01 --since yesterday --until today",
      "  killtrail coverage --format json",
      ExitStatus.HEADING + ExitStatus.BASIC
    })
public final class CoverageCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private IndexOption index;
  @Mixin private SpanOptions span;
  @Mixin private HostOptions hosts;
  @Mixin private TextOrJson format;
  @Mixin private RedactOptions redact;
  @Mixin private ZoneOption zone;
  @Mixin private ColorOption color;
  @Mixin private PagerOption pager;

  public CoverageCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    TimeArgument times = new TimeArgument(session.environment().clock(), zone());
    ReportFilter filter = ReportFilter.of(span.since(times), span.until(times), hosts.hosts());
    Path directory = index.directory(session.environment());
    try (FactIndexReader reader = FactIndexReader.open(directory);
        Pager paged = Pager.open(session, pager)) {
      Redaction redaction = Redaction.ofIndex(directory, reader, redact);
      tell(redaction.of(filter.apply(Analyzer.analyze(reader))), paged.session());
    }
    return ExitStatus.DONE.code();
  }

  private void tell(Analysis analysis, Session out) throws IOException {
    switch (format.format()) {
      case TEXT ->
          new CoverageText(out.out(), color.palette(out.environment()), PageWidth.of(out), zone())
              .write(analysis);
      case JSON -> CoverageJson.write(analysis.coverage(), out.out());
    }
  }

  private ZoneId zone() {
    return zone.zone(session.environment());
  }
}
