package io.killtrail.cli;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.environment.Environment;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.reports.html.Figures;
import io.killtrail.reports.html.HtmlReport;
import io.killtrail.reports.json.JsonReport;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Analyses an index and writes the report where it was asked for. */
final class ReportRun {
  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 120;

  private final Session session;
  private final ReportOptions options;
  private final ZoneId zone;
  private final ColorOption color;

  ReportRun(Session session, ReportOptions options, ZoneOption zone, ColorOption color) {
    this.session = session;
    this.options = options;
    this.zone = zone.zone(session.environment());
    this.color = color;
  }

  /** How times of the user are read. */
  TimeArgument times() {
    return new TimeArgument(session.environment().clock(), zone);
  }

  ExitStatus tell(Path index, ReportFilter filter) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      Analysis analysis = Analyzer.analyze(reader);
      Report report = Report.of(session.environment().clock().instant(), filter, analysis);
      return tell(report, new IndexedRecords(reader));
    }
  }

  ExitStatus tell(Report report, RecordSource records) throws IOException {
    Optional<Path> file = options.output();
    if (file.isPresent()) {
      OutputFile.write(file.get(), out -> write(report, records, out, color.filePalette(), 0));
    } else {
      Environment environment = session.environment();
      write(
          report,
          records,
          session.out(),
          color.palette(environment),
          environment.terminal().out() ? environment.terminal().columns() : 0);
      session.flush();
    }
    boolean fail = options.failOnFlagged() && report.summary().flagged() > 0;
    return fail ? ExitStatus.FLAGGED : ExitStatus.DONE;
  }

  private void write(
      Report report, RecordSource records, Appendable out, Palette palette, int columns)
      throws IOException {
    int width = columns == 0 ? TextReport.WIDTH : Math.min(columns, WIDEST);
    switch (options.format()) {
      case TEXT -> new TextReport(palette, width, zone).write(report, out);
      case HTML -> new HtmlReport(zone, Figures.NONE, records).write(report, out);
      case JSON -> JsonReport.write(report, out);
    }
  }
}
