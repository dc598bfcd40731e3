package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.InputRead;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.analyzer.correlate.HostFindings;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SignalSent;
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
  private final Map<Integer, Long> bySignal = new HashMap<>();
  private final Map<String, Long> bySender = new HashMap<>();
  private long signals;
  private long failed;
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  void add(HostFacts facts, HostFindings findings) {
    facts.host().ifPresent(hosts::add);
    facts.signals().forEach(this::count);
    for (List<? extends Fact> kind : List.of(facts.signals(), facts.exits(), facts.units())) {
      if (!kind.isEmpty()) {
        widen(kind.getFirst().provenance().time());
        widen(kind.getLast().provenance().time());
      }
    }
    cases.addAll(findings.cases());
    groups.addAll(findings.presumedGroups());
    loops.addAll(findings.restartLoops());
    nearMisses.addAll(findings.nearMisses());
    coverage.addAll(findings.coverage());
  }

  private void count(SignalSent signal) {
    signals++;
    if (signal.errno().orElse(0) != 0) {
      failed++;
    }
    signal.signal().ifPresent(number -> bySignal.merge(number, 1L, Long::sum));
    String sender = signal.sender().exe().or(() -> signal.sender().comm()).orElse("?");
    bySender.merge(sender, 1L, Long::sum);
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
        inputs);
  }
}
