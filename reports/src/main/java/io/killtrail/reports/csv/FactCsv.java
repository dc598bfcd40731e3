package io.killtrail.reports.csv;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.reports.model.ValueCount;
import io.killtrail.reports.table.FactTables;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Facts, and counts over them, as CSV by RFC 4180; times are UTC, unknown cells empty. */
public final class FactCsv {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private FactCsv() {}

  /** A row each, below the names of the columns: those of reports, then those of a search. */
  public static void write(List<Fact> facts, Appendable out) throws IOException {
    TableWriter.write(FactTables.facts(), facts.stream().map(FactTables.Row::of).toList(), out);
  }

  /** How often each value occurs. */
  public static void writeCounts(List<ValueCount> counts, Appendable out) throws IOException {
    FORMAT.printRecord(out, "value", "count");
    for (ValueCount each : counts) {
      FORMAT.printRecord(out, SpreadsheetText.guard(each.value()), each.count());
    }
  }
}
