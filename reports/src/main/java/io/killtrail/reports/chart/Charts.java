package io.killtrail.reports.chart;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.reports.chart.bar.DeathPictures;
import io.killtrail.reports.chart.bar.SignalPicture;
import io.killtrail.reports.chart.collision.CollisionPicture;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.chart.lane.CoveragePicture;
import io.killtrail.reports.chart.lane.LoopPicture;
import io.killtrail.reports.model.Report;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The charts of a report. A chart that would show nothing is not there. */
public final class Charts {
  private Charts() {}

  /** Those over all cases, in the order in which they are read. */
  public static List<Chart> of(Report report, ZoneId zone) {
    List<Chart> charts = new ArrayList<>();
    add("signals", SignalPicture.of(report.analysis(), zone), charts);
    add("exits-143", DeathPictures.exits143(report), charts);
    add("who-kills-whom", DeathPictures.whoKillsWhom(report), charts);
    add("restart-loops", LoopPicture.of(report, zone), charts);
    add("coverage", CoveragePicture.of(report, zone), charts);
    return charts;
  }

  private static void add(String name, Optional<Picture> picture, List<Chart> charts) {
    picture.ifPresent(drawn -> charts.add(new Chart(name, drawn)));
  }

  /** The collision picture of a case, where a stale PID file is its cause. */
  public static Optional<Chart> collision(Case told, ZoneId zone) {
    return CollisionPicture.of(told, zone)
        .map(picture -> new Chart("collision-" + told.id(), picture));
  }
}
