package io.killtrail.reports.chart.lane;

import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.Watch;
import io.killtrail.reports.chart.draw.Rows;
import io.killtrail.reports.model.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of the picture of coverage: all sources of a host, or of many hosts the signals only.
 */
final class Lanes {
  private static final int LANES_OF_HOST = 2 + Watch.Source.values().length;

  private final Report report;
  private final List<HostTimeline> timelines;

  Lanes(Report report) {
    this.report = report;
    this.timelines = report.analysis().timelines();
  }

  List<Lane> all() {
    boolean full = timelines.size() * LANES_OF_HOST <= Rows.MOST;
    List<Lane> lanes = new ArrayList<>();
    for (HostTimeline timeline : timelines) {
      if (full) {
        whole(timeline, lanes);
      } else if (lanes.size() < Rows.MOST) {
        lanes.add(source(host(timeline) + ": ", timeline.watches().getFirst()));
      }
    }
    return lanes;
  }

  /** Hosts for which there is no row. */
  int leftOut() {
    boolean full = timelines.size() * LANES_OF_HOST <= Rows.MOST;
    return full ? 0 : Math.max(0, timelines.size() - Rows.MOST);
  }

  private void whole(HostTimeline timeline, List<Lane> lanes) {
    String prefix = timelines.size() == 1 ? "" : host(timeline) + ": ";
    lanes.add(
        new Lane.Boots(
            prefix + "boots",
            timeline.boots().stream().map(BootSpan::seen).toList(),
            timeline.boots().stream().map(BootSpan::orderly).toList()));
    timeline.watches().forEach(watch -> lanes.add(source(prefix, watch)));
    lanes.add(
        new Lane.Deaths(
            prefix + "deaths",
            deaths(timeline, Case::flagged),
            deaths(timeline, told -> !told.flagged())));
  }

  private List<Instant> deaths(HostTimeline timeline, Predicate<Case> which) {
    return report.analysis().cases().stream()
        .filter(told -> told.host().equals(timeline.host()))
        .filter(which)
        .map(Case::time)
        .toList();
  }

  private static String host(HostTimeline timeline) {
    return timeline.host().orElse("unknown host");
  }

  private static Lane source(String prefix, Watch watch) {
    return new Lane.Source(prefix + name(watch.source()), watch.heard(), watch.missing());
  }

  private static String name(Watch.Source source) {
    return switch (source) {
      case SIGNAL_CALLS -> "signal calls (audit)";
      case SERVICE_MANAGER -> "service manager (journal)";
      case PROCESSES -> "snapshots of processes";
      case PID_FILES -> "snapshots of PID files";
    };
  }
}
