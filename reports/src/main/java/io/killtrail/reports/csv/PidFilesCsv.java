package io.killtrail.reports.csv;

import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.reports.table.PidFileTables;
import java.io.IOException;
import java.util.List;

/** What PID files are now, as CSV by RFC 4180; times are UTC, unknown cells empty. */
public final class PidFilesCsv {
  private PidFilesCsv() {}

  /** A row each, below the names of the columns, which are those of the JSON, dotted. */
  public static void write(List<PidFileStanding> files, Appendable out) throws IOException {
    TableWriter.write(PidFileTables.standings(), files, out);
  }
}
