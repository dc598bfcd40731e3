package io.killtrail.reports.chart.lane;

import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.chart.draw.Hatch;
import io.killtrail.reports.chart.draw.Hatch.Pattern;
import io.killtrail.reports.chart.draw.Label;
import io.killtrail.reports.chart.draw.Labels;
import io.killtrail.reports.chart.draw.Labels.Side;
import io.killtrail.reports.chart.draw.Labels.Spot;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.chart.draw.PlotDrawing;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.chart.time.TimeAxes;
import io.killtrail.reports.model.Report;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/** Units that are restarted again and again, and for how long. */
public final class LoopPicture {
  private static final String TITLE = "Restart loops";
  private static final int LONGEST = 48;
  private static final Comparator<RestartLoop> ORDER =
      Comparator.comparingLong(RestartLoop::restarts)
          .reversed()
          .thenComparing(RestartLoop::first)
          .thenComparing(RestartLoop::unit)
          .thenComparing(loop -> loop.host().orElse(""));

  private LoopPicture() {}

  /** The picture of those with the most restarts; nothing where there is none. */
  public static Optional<Picture> of(Report report, ZoneId zone) {
    List<RestartLoop> all = report.analysis().restartLoops().stream().sorted(ORDER).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    boolean hosts = report.analysis().hosts().size() > 1;
    List<RestartLoop> shown = all.subList(0, Math.min(all.size(), Rows.MOST));
    String says = says(all, shown.size());
    return Optional.of(new Picture(TITLE, says, () -> chart(shown, says, hosts, zone)));
  }

  private static String says(List<RestartLoop> all, int shown) {
    RestartLoop first = all.getFirst();
    long restarts = all.stream().mapToLong(RestartLoop::restarts).sum();
    String many = all.size() == 1 ? "1 restart loop" : all.size() + " restart loops";
    String most = all.size() > shown ? ", the " + shown + " with the most are shown" : "";
    return many
        + (" with " + String.format(Locale.ROOT, "%,d", restarts) + restarts(restarts) + most)
        + ("; most of " + Label.cut(first.unit(), LONGEST) + ": " + told(first) + ".");
  }

  private static String told(RestartLoop loop) {
    String status =
        loop.status().isPresent() ? ", each time status " + loop.status().getAsInt() : "";
    return String.format(
        Locale.ROOT,
        "%,d%s, one every %s%s",
        loop.restarts(),
        restarts(loop.restarts()),
        span(loop.interval()),
        status);
  }

  private static String restarts(long many) {
    return many == 1 ? " restart" : " restarts";
  }

  private static String span(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  private static JFreeChart chart(
      List<RestartLoop> loops, String says, boolean hosts, ZoneId zone) {
    Instant from = loops.stream().map(RestartLoop::first).min(Instant::compareTo).orElseThrow();
    Instant to = loops.stream().map(RestartLoop::last).max(Instant::compareTo).orElseThrow();
    Duration margin = Duration.between(from, to).dividedBy(20).plusSeconds(1);
    TimeAxes axes = new TimeAxes(zone);
    List<String> names =
        loops.stream()
            .map(loop -> loop.unit() + (hosts ? loop.host().map(on -> " on " + on).orElse("") : ""))
            .toList();
    return Look.chart(
        TITLE,
        says,
        Rows.plot(
            names,
            axes.axis(from.minus(margin), to.plus(margin), axes.days(from, to)),
            new Spans(loops)));
  }

  private record Spans(List<RestartLoop> loops) implements PlotDrawing {
    private static final Hatch LOOK = new Hatch(Look.ORANGE, Pattern.UPRIGHT);
    private static final double LEAST = 4;

    @Override
    public void draw(Graphics2D canvas, Rectangle2D area, ValueAxis across, ValueAxis up) {
      Labels labels = new Labels(canvas, area);
      double high = Math.min(26, area.getHeight() / loops.size() * Rows.HEIGHT);
      for (int i = 0; i < loops.size(); i++) {
        double y = up.valueToJava2D(i, area, RectangleEdge.LEFT);
        double left = x(loops.get(i).first(), area, across);
        double wide = Math.max(LEAST, x(loops.get(i).last(), area, across) - left);
        LOOK.fill(canvas, new Rectangle2D.Double(left, y - high / 2, wide, high));
        labels.write(
            told(loops.get(i)),
            Look.TEXT,
            Look.INK,
            List.of(
                new Spot(left + wide + 4, y, Side.RIGHT),
                new Spot(left - 4, y, Side.LEFT),
                new Spot(left + wide / 2, y, Side.CENTRE),
                new Spot(area.getCenterX(), y, Side.CENTRE)));
      }
    }

    private static double x(Instant time, Rectangle2D area, ValueAxis across) {
      return across.valueToJava2D(TimeAxes.value(time), area, RectangleEdge.BOTTOM);
    }
  }
}
