package io.killtrail.cli;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.environment.Terminal;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.ReportOptions.Format;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.reports.csv.CsvReport;
import io.killtrail.reports.csv.Section;
import io.killtrail.reports.html.HtmlReport;
import io.killtrail.reports.json.JsonReport;
import io.killtrail.reports.markdown.MarkdownReport;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.openmetrics.OpenMetricsReport;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.TextReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Analyses an index and writes the report where it was asked for. */
final class ReportRun {
  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 120;

  private final Session session;
  private final ReportOptions options;
  private final RedactOptions redact;
  private final ZoneId zone;
  private final ColorOption color;

  ReportRun(
      Session session,
      ReportOptions options,
      RedactOptions redact,
      ZoneOption zone,
      ColorOption color) {
    options.check();
    this.session = session;
    this.options = options;
    this.redact = redact;
    this.zone = zone.zone(session.environment());
    this.color = color;
  }

  /** How times of the user are read. */
  TimeArgument times() {
    return new TimeArgument(session.environment().clock(), zone);
  }

  /** Of an index that is kept. */
  ExitStatus tell(Path index, ReportFilter filter) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      return tell(reader, filter, Redaction.ofIndex(index, reader, redact));
    }
  }

  /** Of an index that nobody will see again. */
  ExitStatus tellOnce(Path index, ReportFilter filter) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      return tell(reader, filter, Redaction.ofThrowAway(reader, redact));
    }
  }

  private ExitStatus tell(FactIndexReader reader, ReportFilter filter, Redaction redaction)
      throws IOException {
    Analysis analysis = Analyzer.analyze(reader);
    Report report = Report.of(session.environment().clock().instant(), filter, analysis);
    RecordSource records = redaction.of(report, new IndexedRecords(reader));
    return tell(redaction.of(report), records);
  }

  ExitStatus tell(Report report, RecordSource records) throws IOException {
    Optional<Path> file = options.output();
    if (options.intoDirectory()) {
      sections(report, file.orElseThrow());
    } else if (file.isPresent()) {
      OutputFile.write(file.get(), out -> write(report, records, out, color.filePalette(), 0));
    } else {
      print(report, records);
    }
    if (options.charts().isPresent()) {
      ChartFiles.write(report, zone, options.charts().get());
    }
    boolean fail = options.failOnFlagged() && report.summary().flagged() > 0;
    return fail ? ExitStatus.FLAGGED : ExitStatus.DONE;
  }

  private static void sections(Report report, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Section section : Section.values()) {
      OutputFile.write(
          directory.resolve(section.fileName()), out -> CsvReport.write(report, section, out));
    }
  }

  /** What is for programs is UTF-8 wherever it is read; a terminal gets what it understands. */
  private void print(Report report, RecordSource records) throws IOException {
    Terminal terminal = session.environment().terminal();
    if (options.format() == Format.TEXT || terminal.out()) {
      int columns = terminal.out() ? terminal.columns() : 0;
      Palette palette = color.palette(session.environment());
      write(report, records, session.out(), palette, columns);
    } else {
      Writer out = new OutputStreamWriter(session.bytes(), StandardCharsets.UTF_8);
      write(report, records, out, Palette.NONE, 0);
      out.flush();
    }
    session.flush();
  }

  private void write(
      Report report, RecordSource records, Appendable out, Palette palette, int columns)
      throws IOException {
    int width = columns == 0 ? TextReport.WIDTH : Math.min(columns, WIDEST);
    switch (options.format()) {
      case TEXT -> new TextReport(palette, width, zone).write(report, out);
      case HTML -> new HtmlReport(zone, new ChartFigures(zone), records).write(report, out);
      case JSON -> JsonReport.write(report, out);
      case CSV -> CsvReport.write(report, options.section(), out);
      case MARKDOWN -> new MarkdownReport(zone).write(report, out);
      case OPENMETRICS -> OpenMetricsReport.write(report, out);
    }
  }
}
