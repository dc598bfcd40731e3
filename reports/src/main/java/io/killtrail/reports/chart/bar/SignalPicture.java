package io.killtrail.reports.chart.bar;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.SignalTimes;
import io.killtrail.reports.chart.draw.KindLegend;
import io.killtrail.reports.chart.draw.Look;
import io.killtrail.reports.chart.draw.Picture;
import io.killtrail.reports.chart.time.Stretches;
import io.killtrail.reports.chart.time.TimeAxes;
import io.killtrail.reports.text.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;

/**
 * Signals over time by their kind, and under them the deaths by their cause. Probes (signal 0) are
 * told, not drawn: daemons that watch each other send thousands, and nobody is signalled by them.
 */
public final class SignalPicture {
  private static final int MOST_COLUMNS = 96;
  private static final int SIGNALS_WEIGHT = 3;
  private static final int DEATHS_WEIGHT = 2;
  private static final double GAP = 14;
  private static final String TITLE = "Signals and deaths over time";

  private final ZoneId zone;
  private final Columns signals;
  private final Columns deaths;
  private final Instant from;
  private final Instant to;
  private final long grouped;
  private long probes;

  private SignalPicture(Analysis analysis, Instant first, Instant last, ZoneId zone) {
    this.zone = zone;
    Duration least =
        analysis.timelines().stream()
            .map(timeline -> timeline.signals().width())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ofSeconds(1));
    Stretches stretches = Stretches.over(first, last, least, MOST_COLUMNS, zone);
    this.from = stretches.begin(first);
    this.to = stretches.end(stretches.begin(last));
    this.signals = new Columns(stretches);
    this.deaths = new Columns(stretches);
    this.grouped = analysis.presumedGroups().stream().mapToLong(PresumedGroup::count).sum();
    analysis.timelines().forEach(timeline -> count(timeline.signals()));
    analysis.cases().forEach(told -> deaths.add(told.time(), Kind.of(told.cause()), 1));
  }

  private void count(SignalTimes times) {
    times
        .calls()
        .forEach(
            (begin, bySignal) -> bySignal.forEach((signal, calls) -> count(begin, signal, calls)));
  }

  private void count(Instant begin, int signal, long calls) {
    if (signal == 0) {
      probes += calls;
    } else {
      signals.add(begin, Kind.ofSignal(signal), calls);
    }
  }

  /** The picture; nothing where there is neither a signal nor a death. */
  public static Optional<Picture> of(Analysis analysis, ZoneId zone) {
    List<Instant> times =
        Stream.concat(
                analysis.timelines().stream()
                    .map(HostTimeline::signals)
                    .map(SignalTimes::calls)
                    .map(Map::keySet)
                    .flatMap(Collection::stream),
                analysis.cases().stream().map(Case::time))
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Instant first = analysis.from().filter(times.getFirst()::isAfter).orElse(times.getFirst());
    Instant last = analysis.to().filter(times.getLast()::isBefore).orElse(times.getLast());
    SignalPicture picture = new SignalPicture(analysis, first, last, zone);
    return picture.signals.isEmpty() && picture.deaths.isEmpty()
        ? Optional.empty()
        : Optional.of(new Picture(TITLE, picture.says(), picture::chart));
  }

  private String brief() {
    return Count.of(total(signals), "signal")
        + (probes == 0 ? "" : ", besides " + Count.of(probes, "probe") + " (signal 0, not drawn)")
        + ("; " + Count.of(total(deaths), "death"))
        + (grouped == 0 ? "." : ", besides " + Count.of(grouped) + " presumed, told in groups.");
  }

  private String says() {
    String sent = signals.isEmpty() ? "" : " Signals: " + words(signals) + ".";
    return brief() + sent + (deaths.isEmpty() ? "" : " Deaths by cause: " + words(deaths) + ".");
  }

  private static String words(Columns columns) {
    return Stack.words(Stack.sum(columns.bars()));
  }

  private static long total(Columns columns) {
    return Stack.sum(columns.bars()).values().stream().mapToLong(Long::longValue).sum();
  }

  private JFreeChart chart() {
    TimeAxes axes = new TimeAxes(zone);
    DateAxis time = axes.axis(from, to, axes.days(from, to));
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(time);
    plot.setGap(GAP);
    if (!signals.isEmpty()) {
      plot.add(signals.plot("signals"), SIGNALS_WEIGHT);
    }
    if (!deaths.isEmpty()) {
      plot.add(deaths.plot("deaths"), DEATHS_WEIGHT);
    }
    JFreeChart chart = Look.chart(TITLE, brief(), plot);
    if (!deaths.isEmpty()) {
      chart.addSubtitle(KindLegend.of("deaths", Stack.looks(deaths.bars())));
    }
    if (!signals.isEmpty()) {
      chart.addSubtitle(KindLegend.of("signals", Stack.looks(signals.bars())));
    }
    return chart;
  }
}
