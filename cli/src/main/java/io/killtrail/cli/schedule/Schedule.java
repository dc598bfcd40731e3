package io.killtrail.cli.schedule;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import io.killtrail.reports.model.Series;
import io.killtrail.reports.model.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A named series of reports over one index, of which one is to be made. */
public final class Schedule {
  private final ToldFile file;
  private final Told told;
  private final boolean sinceLast;
  private final boolean newOnly;

  private Schedule(ToldFile file, Told told, boolean sinceLast, boolean newOnly) {
    this.file = file;
    this.told = told;
    this.sinceLast = sinceLast;
    this.newOnly = newOnly;
  }

  /**
   * The next of a series.
   *
   * @param name letters, digits, dots, dashes and underscores
   * @param sinceLast whether it begins where the last one ended, and tells what came late
   * @param newOnly whether it tells nothing that one of them told
   * @throws IllegalArgumentException when the name is none; the message is for the user
   * @throws IOException when what was told can't be read; the message is for the user
   */
  public static Schedule open(Path index, String name, boolean sinceLast, boolean newOnly)
      throws IOException {
    ToldFile file = ToldFile.of(index, name);
    return new Schedule(file, file.read(), sinceLast, newOnly);
  }

  /** What the report is to tell of what was asked for. */
  public ReportFilter next(ReportFilter asked) {
    return sinceLast || newOnly
        ? asked.in(new Series(told, sinceLast, newOnly), sinceLast ? told.until() : asked.since())
        : asked;
  }

  /** Whether to say nothing at all: nothing is new, and only that was asked for. */
  public boolean isSilent(Report report) {
    return newOnly && !report.hasNews();
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
