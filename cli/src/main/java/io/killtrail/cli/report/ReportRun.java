package io.killtrail.cli.report;

import io.killtrail.analyzer.Analyzer;
import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.index.FactIndexReader;
import io.killtrail.cli.option.ColorOption;
import io.killtrail.cli.option.RedactOptions;
import io.killtrail.cli.option.ReportOptions;
import io.killtrail.cli.option.ReportOptions.Format;
import io.killtrail.cli.option.TimeArgument;
import io.killtrail.cli.option.ZoneOption;
import io.killtrail.cli.redaction.Redaction;
import io.killtrail.cli.schedule.MailBody;
import io.killtrail.cli.schedule.MailHead;
import io.killtrail.cli.schedule.Schedule;
import io.killtrail.cli.session.ExitStatus;
import io.killtrail.cli.session.OutputFile;
import io.killtrail.cli.session.PageWidth;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.csv.CsvReport;
import io.killtrail.reports.csv.Section;
import io.killtrail.reports.expect.ExpectFileException;
import io.killtrail.reports.expect.Expectations;
import io.killtrail.reports.html.HtmlReport;
import io.killtrail.reports.json.JsonReport;
import io.killtrail.reports.markdown.MarkdownReport;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.openmetrics.OpenMetricsReport;
import io.killtrail.reports.text.HeadText;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.TerminalText;
import io.killtrail.reports.text.TextReport;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Analyses an index and writes the report where it was asked for. */
final class ReportRun {
  /** As RFC 5322 wants it. */
  private static final int MAIL_WIDTH = 78;

  private final Session session;
  private final ReportOptions options;
  private final RedactOptions redact;
  private final ZoneId zone;
  private final ColorOption color;
  private final ZonedDateTime now;
  private final Expectations expectations;

  ReportRun(
      Session session,
      ReportOptions options,
      RedactOptions redact,
      ZoneOption zone,
      ColorOption color)
      throws IOException, ExpectFileException {
    this.session = session;
    this.options = options;
    this.redact = redact;
    this.zone = zone.zone(session.environment());
    this.color = color;
    this.now = session.environment().clock().instant().atZone(this.zone);
    options.check(now);
    this.expectations = ExpectFiles.read(options.expect());
  }

  /** How times of the user are read. */
  TimeArgument times() {
    return new TimeArgument(session.environment().clock(), zone);
  }

  /** Of an index that is kept. */
  ExitStatus tell(Path index, ReportFilter filter) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      Report report = Report.of(now.toInstant(), filter, analysis(reader));
      return tell(report, reader, Redaction.ofIndex(index, reader, redact));
    }
  }

  /** Of an index that is kept, as the next one of a series. */
  ExitStatus tell(Path index, ReportFilter filter, Schedule schedule) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      Analysis whole = analysis(reader);
      Report report = Report.of(now.toInstant(), schedule.next(filter), whole);
      ExitStatus status = ExitStatus.DONE;
      if (!schedule.isSilent(report)) {
        status = tell(report, reader, Redaction.ofIndex(index, reader, redact));
      }
      schedule.done(report, whole);
      return status;
    }
  }

  /** Of an index that nobody will see again. */
  ExitStatus tellOnce(Path index, ReportFilter filter) throws IOException {
    try (FactIndexReader reader = FactIndexReader.open(index)) {
      Report report = Report.of(now.toInstant(), filter, analysis(reader));
      return tell(report, reader, Redaction.ofThrowAway(reader, redact));
    }
  }

  /** What the site expects is settled before anything is chosen or counted. */
  private Analysis analysis(FactIndexReader reader) throws IOException {
    return expectations.apply(Analyzer.analyze(reader));
  }

  private ExitStatus tell(Report report, FactIndexReader reader, Redaction redaction)
      throws IOException {
    RecordSource records = redaction.of(report, new IndexedRecords(reader));
    return tell(redaction.of(report), records);
  }

  ExitStatus tell(Report report, RecordSource records) throws IOException {
    Optional<Path> file = options.output(now);
    if (file.isPresent() && options.makesDirectories()) {
      Files.createDirectories(file.get().toAbsolutePath().getParent());
    }
    if (options.intoDirectory(now)) {
      sections(report, file.orElseThrow());
    } else if (file.isPresent()) {
      OutputFile.write(
          file.get(), out -> write(report, records, out, color.filePalette(), TextReport.WIDTH));
    } else {
      print(report, records);
    }
    Optional<Path> charts = options.charts(now);
    if (charts.isPresent()) {
      ChartFiles.write(report, zone, charts.get());
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

  private void print(Report report, RecordSource records) throws IOException {
    if (options.format() == Format.TEXT) {
      Palette palette = color.palette(session.environment());
      write(report, records, session.out(), palette, PageWidth.of(session));
    } else {
      session.print(out -> write(report, records, out, Palette.NONE, TextReport.WIDTH));
    }
    session.flush();
  }

  private void write(
      Report report, RecordSource records, Appendable out, Palette palette, int width)
      throws IOException {
    switch (options.format()) {
      case TEXT -> text(report, out, palette, width);
      case HTML -> new HtmlReport(zone, new ChartFigures(zone), records).write(report, out);
      case JSON -> JsonReport.write(report, out);
      case CSV -> CsvReport.write(report, options.section(), out);
      case MARKDOWN -> new MarkdownReport(zone).write(report, out);
      case OPENMETRICS -> OpenMetricsReport.write(report, out);
    }
  }

  private void text(Report report, Appendable out, Palette palette, int width) throws IOException {
    if (options.mailTo().isEmpty()) {
      new TextReport(palette, width, zone).write(report, out);
      return;
    }
    HeadText head = new HeadText(new TimeText(zone));
    String subject = "killtrail: " + head.found(report) + " on " + head.hosts(report.analysis());
    MailHead.write(options.mailTo(), TerminalText.escape(subject, MailHead.MOST), now, out);
    StringBuilder body = new StringBuilder();
    new TextReport(Palette.NONE, MAIL_WIDTH, zone).write(report, body);
    MailBody.write(body.toString(), out);
  }
}
