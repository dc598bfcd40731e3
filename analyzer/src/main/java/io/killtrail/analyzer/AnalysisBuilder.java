package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.analyzer.correlate.HostFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up the findings of all hosts. */
final class AnalysisBuilder {
  private final List<String> hosts = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<PresumedGroup> groups = new ArrayList<>();
  private final List<RestartLoop> loops = new ArrayList<>();
  private final List<NearMiss> nearMisses = new ArrayList<>();
  private final List<CoverageProblem> coverage = new ArrayList<>();
  private final List<HostTimeline> timelines = new ArrayList<>();
  private final Map<Integer, Long> bySignal = new HashMap<>();
  private final Map<String, Long> bySender = new HashMap<>();
  private long signals;
  private long failed;
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  /**
   * Adds those of one host.
   *
   * @param times of its first and last signals, exits and unit changes
   */
  void add(HostFindings findings, List<Instant> times) {
    findings.host().ifPresent(hosts::add);
    count(findings.signals());
    times.forEach(this::widen);
    cases.addAll(findings.cases());
    groups.addAll(findings.presumedGroups());
    loops.addAll(findings.restartLoops());
    nearMisses.addAll(findings.nearMisses());
    coverage.addAll(findings.coverage());
    timelines.add(findings.timeline());
  }

  private void count(SignalCounts counts) {
    signals += counts.total();
    failed += counts.failed();
    counts.bySignal().forEach((number, calls) -> bySignal.merge(number, calls, Long::sum));
    counts.bySender().forEach((sender, calls) -> bySender.merge(sender, calls, Long::sum));
  }

  private void widen(Instant time) {
    from = from.filter(earliest -> !time.isBefore(earliest)).or(() -> Optional.of(time));
    to = to.filter(latest -> !time.isAfter(latest)).or(() -> Optional.of(time));
  }

  Analysis build(List<InputRead> inputs) {
    return new Analysis(
        from,
        to,
        hosts,
        new SignalCounts(signals, failed, bySignal, bySender),
        cases,
        groups,
        loops,
        nearMisses,
        coverage,
        inputs,
        List.of(),
        timelines);
  }
}
