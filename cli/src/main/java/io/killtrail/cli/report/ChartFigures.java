package io.killtrail.cli.report;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.chart.Chart;
import io.killtrail.reports.chart.Charts;
import io.killtrail.reports.html.Figure;
import io.killtrail.reports.html.Figures;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** The charts of a report as pictures of its page; none where this Java cannot draw. */
final class ChartFigures implements Figures {
  private final ZoneId zone;
  private int collisionsLeft = ChartFiles.MOST_COLLISIONS;

  ChartFigures(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public List<Figure> of(Report report) {
    return drawn(() -> Charts.of(report, zone));
  }

  @Override
  public List<Figure> of(Case each) {
    if (each.collision().isEmpty() || collisionsLeft == 0) {
      return List.of();
    }
    collisionsLeft--;
    return drawn(() -> Charts.collision(each, zone).stream().toList());
  }

  /** A report without pictures is better than none. */
  private static List<Figure> drawn(Supplier<List<Chart>> charts) {
    try {
      return charts.get().stream().map(ChartFigures::figure).toList();
    } catch (LinkageError | InternalError e) {
      return List.of();
    }
  }

  /** Drawn at once, so that a Java that cannot draw is found out before the page is begun. */
  private static Figure figure(Chart chart) {
    StringBuilder drawing = new StringBuilder();
    try {
      chart.svg(drawing);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return new Figure(chart.title(), chart.alternative(), out -> out.append(drawing));
  }
}
