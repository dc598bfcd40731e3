package io.killtrail.cli.query;

import io.killtrail.cli.option.FactOptions;
import io.killtrail.cli.session.Session;
import io.killtrail.reports.csv.FactCsv;
import io.killtrail.reports.json.CountsJson;
import io.killtrail.reports.model.ValueCount;
import io.killtrail.reports.text.Palette;
import io.killtrail.reports.text.Palette.Style;
import io.killtrail.reports.text.TerminalText;
import java.io.IOException;
import java.util.List;

/** Prints how often values occur. */
final class CountList {
  private final Session session;
  private final Palette palette;

  CountList(Session session, Palette palette) {
    this.session = session;
    this.palette = palette;
  }

  /**
   * A line for each value.
   *
   * @param title what the values are
   */
  void print(String title, List<ValueCount> counts, FactOptions.Format format) throws IOException {
    switch (format) {
      case TABLE -> table(title, counts);
      case JSON -> session.print(out -> CountsJson.write(counts, out));
      case CSV -> session.print(out -> FactCsv.writeCounts(counts, out));
    }
  }

  private void table(String title, List<ValueCount> counts) throws IOException {
    String count = "count";
    int width =
        counts.stream()
            .mapToInt(each -> Long.toString(each.count()).length())
            .reduce(count.length(), Math::max);
    session.out().append(palette.paint(Style.LABEL, pad(count, width) + "  " + title)).append('\n');
    for (ValueCount each : counts) {
      session
          .out()
          .append(pad(Long.toString(each.count()), width))
          .append("  ")
          .append(TerminalText.escape(each.value()))
          .append('\n');
    }
  }

  private static String pad(String text, int length) {
    return " ".repeat(Math.max(0, length - text.length())) + text;
  }
}
