package io.killtrail.cli.schedule;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.model.Series;
import io.killtrail.reports.model.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** A named series of reports over one index, of which one is to be made. */
public final class Schedule {
  /** Which part of what there is the next report tells. */
  public enum Part {
    /** What the options say, told before or not. */
    ALL,
    /** What happened since the last report, or came to light since. */
    SINCE_LAST,
    /** What the options say and no report told. */
    NEW,
    /** What happened since the last report, or came to light since, and no report told. */
    NEW_SINCE_LAST
  }

  private final ToldFile file;
  private final Part part;
  private final Told told;

  private Schedule(ToldFile file, Part part, Told told) {
    this.file = file;
    this.part = Objects.requireNonNull(part);
    this.told = told;
  }

  /**
   * The next of a series.
   *
   * @param name letters, digits, dots, dashes and underscores
   * @throws IllegalArgumentException when the name is none; the message is for the user
   * @throws IOException when what was told can't be read; the message is for the user
   */
  public static Schedule open(Path index, String name, Part part) throws IOException {
    ToldFile file = ToldFile.of(index, name);
    return new Schedule(file, part, file.read());
  }

  /** What the report is to tell of what was asked for. */
  public ReportFilter next(ReportFilter asked) {
    return switch (part) {
      case ALL -> asked;
      case SINCE_LAST -> asked.in(new Series(told, true, false), told.until());
      case NEW -> asked.in(new Series(told, false, true), asked.since());
      case NEW_SINCE_LAST -> asked.in(new Series(told, true, true), told.until());
    };
  }

  /** Whether to say nothing at all: nothing is new, and only that was asked for. */
  public boolean isSilent(Report report) {
    return switch (part) {
      case ALL, SINCE_LAST -> false;
      case NEW, NEW_SINCE_LAST -> !report.hasNews();
    };
  }

  /**
   * Takes note of what was told; the next report goes on there.
   *
   * @param report as it was told
   * @param whole all that there is
   */
  public void done(Report report, Analysis whole) throws IOException {
    file.write(told.and(end(report), report.analysis(), whole));
  }

  /** What is still to come was not told. */
  private static Instant end(Report report) {
    Instant made = report.generated();
    return report.filter().until().filter(made::isAfter).orElse(made);
  }
}
