package io.killtrail.cli.query;

import io.killtrail.cli.option.FactOptions;
import io.killtrail.cli.session.Session;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.reports.csv.FactCsv;
import io.killtrail.reports.json.FactJson;
import io.killtrail.reports.text.FactLine;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.Palette.Style;
import io.killtrail.reports.text.TerminalText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** Prints facts, one a line. All that search and timeline print passes here. */
final class FactList {
  private static final String NO_HOST = "-";
  private static final int KIND_WIDTH = 8;

  private final Session session;
  private final TimeText times;
  private final Palette palette;

  FactList(Session session, ZoneId zone, Palette palette) {
    this.session = session;
    this.times = new TimeText(zone);
    this.palette = palette;
  }

  void print(List<Fact> facts, FactOptions.Format format) throws IOException {
    switch (format) {
      case TABLE -> table(facts);
      case JSON -> session.print(out -> json(facts, out));
      case CSV -> session.print(out -> FactCsv.write(facts, out));
    }
  }

  private static void json(List<Fact> facts, Appendable out) throws IOException {
    for (Fact fact : facts) {
      FactJson.write(fact, out);
    }
  }

  private void table(List<Fact> facts) throws IOException {
    int hosts = facts.stream().mapToInt(fact -> host(fact).length()).max().orElse(0);
    for (Fact fact : facts) {
      row(fact, hosts);
    }
  }

  private void row(Fact fact, int hosts) throws IOException {
    String ref = "[" + TerminalText.escape(fact.provenance().id().text()) + "]";
    session
        .out()
        .append(palette.paint(Style.QUIET, times.of(fact.provenance().time())))
        .append("  ")
        .append(palette.paint(Style.LABEL, pad(FactLine.kind(fact), KIND_WIDTH)))
        .append("  ")
        .append(pad(host(fact), hosts))
        .append("  ")
        .append(TerminalText.escape(FactLine.of(fact)))
        .append("  ")
        .append(palette.paint(Style.QUIET, ref))
        .append('\n');
  }

  private static String host(Fact fact) {
    return TerminalText.escape(fact.provenance().node().orElse(NO_HOST));
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }
}
