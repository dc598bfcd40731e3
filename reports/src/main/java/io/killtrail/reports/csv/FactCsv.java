package io.killtrail.reports.csv;

import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.reports.model.ValueCount;
import io.killtrail.reports.text.FactLine;
import io.killtrail.reports.text.IsoTime;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;

/** Facts, and counts over them, as CSV by RFC 4180; times are UTC, unknown cells empty. */
public final class FactCsv {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private FactCsv() {}

  /** A row each, below the names of the columns. */
  public static void write(List<Fact> facts, Appendable out) throws IOException {
    FORMAT.printRecord(out, "ref", "time", "kind", "host", "boot", "form", "says");
    for (Fact fact : facts) {
      Provenance provenance = fact.provenance();
      FORMAT.printRecord(
          out,
          SpreadsheetText.guard(provenance.id().text()),
          IsoTime.of(provenance.time()),
          FactLine.kind(fact),
          provenance.node().map(SpreadsheetText::guard).orElse(""),
          provenance.bootId().map(SpreadsheetText::guard).orElse(""),
          provenance.form().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          SpreadsheetText.guard(FactLine.of(fact)));
    }
  }

  /** How often each value occurs. */
  public static void writeCounts(List<ValueCount> counts, Appendable out) throws IOException {
    FORMAT.printRecord(out, "value", "count");
    for (ValueCount each : counts) {
      FORMAT.printRecord(out, SpreadsheetText.guard(each.value()), each.count());
    }
  }
}
