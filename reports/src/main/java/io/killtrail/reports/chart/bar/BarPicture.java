package io.killtrail.reports.chart.bar;

import io.killtrail.reports.chart.draw.KindLegend;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.text.Count;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;

/** Lying bars with their numbers. */
final class BarPicture {
  /** Beyond the longest bar there is room for its number. */
  private static final double ROOM = 0.12;

  private BarPicture() {}

  /**
   * The picture of the first rows; nothing where there is none.
   *
   * @param says what is to be said of all rows
   * @param axis what is counted
   * @param all the largest first
   */
  static Optional<Picture> of(
      String title, Function<List<Row>, String> says, String axis, List<Row> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = all.subList(0, Math.min(all.size(), Rows.MOST));
    String left = rows.size() == all.size() ? "" : " " + leftOut(all, rows.size());
    String told = says.apply(all) + left;
    return Optional.of(new Picture(title, told, () -> chart(title, told, axis, rows)));
  }

  /** Together they may be more than any one that is shown: as a bar they would hide all others. */
  private static String leftOut(List<Row> all, int shown) {
    long rest = total(all.subList(shown, all.size()));
    return "Not shown: "
        + (Count.of(all.size() - shown) + " more rows with together ")
        + (Count.of(rest) + ".");
  }

  static long total(List<Row> rows) {
    return rows.stream().mapToLong(Row::total).sum();
  }

  private static JFreeChart chart(String title, String says, String axis, List<Row> rows) {
    long most = Height.of(rows.stream().mapToLong(Row::total));
    XYPlot plot =
        Rows.plot(
            rows.stream().map(Row::name).toList(),
            Rows.counts(axis, most, ROOM),
            new Bars(rows, most));
    JFreeChart chart = Look.chart(title, says, plot);
    chart.addSubtitle(KindLegend.of("", Stack.looks(rows.stream().map(Row::counts).toList())));
    return chart;
  }
}
