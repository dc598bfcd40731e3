package io.killtrail.cli.report;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.cli.session.OutputFile;
import io.killtrail.reports.chart.Chart;
import io.killtrail.reports.chart.Charts;
import io.killtrail.reports.model.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The charts of a report as files. */
final class ChartFiles {
  /** More collisions than this nobody looks at one by one: the latest are drawn. */
  static final int MOST_COLLISIONS = 100;

  private ChartFiles() {}

  /**
   * Writes each as PNG and SVG into a directory, which is made.
   *
   * @throws IOException where they cannot be written, or this Java cannot draw
   */
  static void write(Report report, ZoneId zone, Path directory) throws IOException {
    Files.createDirectories(directory);
    try {
      draw(report, zone, directory);
    } catch (LinkageError | InternalError e) {
      throw new IOException(
          "charts cannot be drawn: they need a Java with java.desktop, and of the system the"
              + " libraries fontconfig and freetype with any one font (Debian: libfontconfig1,"
              + " fonts-dejavu-core)",
          e);
    }
  }

  private static void draw(Report report, ZoneId zone, Path directory) throws IOException {
    for (Chart chart : Charts.of(report, zone)) {
      write(chart, directory);
    }
    for (Case told : collisions(report)) {
      Optional<Chart> chart = Charts.collision(told, zone);
      if (chart.isPresent()) {
        write(chart.get(), directory);
      }
    }
  }

  private static List<Case> collisions(Report report) {
    return report.analysis().cases().stream()
        .filter(told -> told.collision().isPresent())
        .sorted(Comparator.comparing(Case::time).reversed().thenComparing(Case::id))
        .limit(MOST_COLLISIONS)
        .toList();
  }

  private static void write(Chart chart, Path directory) throws IOException {
    OutputFile.write(directory.resolve(chart.name() + ".svg"), chart::svg);
    OutputFile.writeBytes(directory.resolve(chart.name() + ".png"), chart::png);
  }
}
