package io.killtrail.reports.chart.lane;

import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.cases.Watch;
import io.killtrail.reports.chart.draw.KindLegend;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.chart.time.TimeAxes;
import io.killtrail.reports.model.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;

/** What was watched when: the boots, each source of evidence with its gaps, and the deaths. */
public final class CoveragePicture {
  private static final String TITLE = "What was watched";

  private CoveragePicture() {}

  /** The picture; nothing where no evidence has a time. */
  public static Optional<Picture> of(Report report, ZoneId zone) {
    Optional<Span> all =
        report.analysis().timelines().stream().flatMap(CoveragePicture::times).reduce(Span::and);
    Lanes lanes = new Lanes(report);
    return all.map(
        span -> {
          String says = says(report, lanes.leftOut());
          return new Picture(TITLE, says, () -> chart(lanes.all(), span, says, zone));
        });
  }

  private static Stream<Span> times(HostTimeline timeline) {
    return Stream.concat(
        timeline.boots().stream().map(boot -> boot.seen()),
        timeline.watches().stream()
            .flatMap(watch -> Stream.concat(watch.heard().stream(), watch.missing().stream())));
  }

  private static String says(Report report, int leftOut) {
    List<HostTimeline> timelines = report.analysis().timelines();
    long boots = timelines.stream().mapToLong(timeline -> timeline.boots().size()).sum();
    Duration heard = total(timelines, false);
    Duration missing = total(timelines, true);
    long unwatched =
        timelines.stream().filter(timeline -> signals(timeline).heard().isEmpty()).count();
    String hosts = timelines.size() == 1 ? "1 host" : timelines.size() + " hosts";
    return hosts
        + (", " + boots + (boots == 1 ? " boot" : " boots"))
        + ("; signal calls were recorded over " + text(heard))
        + (missing.isZero() ? "" : ", of which records may be missing over " + text(missing))
        + (unwatched == 0 ? "" : "; not at all on " + unwatched)
        + (leftOut == 0 ? "" : "; " + leftOut + " hosts are not shown")
        + ".";
  }

  private static Watch signals(HostTimeline timeline) {
    return timeline.watches().getFirst();
  }

  private static Duration total(List<HostTimeline> timelines, boolean missing) {
    return timelines.stream()
        .map(CoveragePicture::signals)
        .flatMap(watch -> (missing ? watch.missing() : watch.heard()).stream())
        .map(span -> Duration.between(span.from(), span.to()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String text(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? seconds / 60 + " min"
        : seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }

  private static JFreeChart chart(List<Lane> lanes, Span span, String says, ZoneId zone) {
    Duration margin = Duration.between(span.from(), span.to()).dividedBy(60).plusSeconds(1);
    Instant from = span.from().minus(margin);
    Instant to = span.to().plus(margin);
    TimeAxes axes = new TimeAxes(zone);
    JFreeChart chart =
        Look.chart(
            TITLE,
            says,
            Rows.plot(
                lanes.stream().map(Lane::name).toList(),
                axes.axis(from, to, axes.days(span.from(), span.to())),
                new LaneDrawing(lanes)));
    chart.addSubtitle(KindLegend.of("", LaneLegend.of(lanes)));
    return chart;
  }
}
