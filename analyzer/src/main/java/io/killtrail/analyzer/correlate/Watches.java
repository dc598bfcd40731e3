package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.SignalTimes;
import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.cases.Watch;
import io.killtrail.analyzer.coverage.Gap;
import io.killtrail.analyzer.coverage.Uncovered;
import io.killtrail.analyzer.history.Boot;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.rule.Coverage;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.ProcessSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When which source of evidence was there on one host, and in which boots. */
final class Watches {
  /** What a snapshot shows may be taken to hold for so long. */
  private static final Duration SNAPSHOT_REACH = Duration.ofMinutes(10);

  private final HostFacts facts;
  private final HostHistory history;
  private final List<BootSpan> boots;
  private final List<Watch> all;

  Watches(HostEvidence evidence, HostHistory history, Coverage coverage, Uncovered uncovered) {
    this.facts = evidence.withoutSignals();
    this.history = history;
    this.boots = boots(evidence.period());
    this.all =
        List.of(
            new Watch(
                Watch.Source.SIGNAL_CALLS,
                Spans.joined(coverage.signalsHeard()),
                missing(uncovered, Gap::hidesSignals)),
            new Watch(
                Watch.Source.SERVICE_MANAGER,
                Spans.joined(coverage.managerHeard()),
                missing(uncovered, gap -> gap.kind() == Gap.Kind.JOURNAL)),
            new Watch(Watch.Source.PROCESSES, moments(snapshotRows()), List.of()),
            new Watch(Watch.Source.PID_FILES, moments(facts.pidFiles().stream()), List.of()));
  }

  /** All of it, with the signals that were counted meanwhile. */
  HostTimeline timeline(SignalTimes signals) {
    return new HostTimeline(facts.host(), boots, signals, all);
  }

  private Stream<ProcessSeen> snapshotRows() {
    return facts.processes().stream().filter(seen -> seen.by() == ProcessSeen.By.SNAPSHOT);
  }

  private static List<Span> missing(Uncovered uncovered, Predicate<Gap> kind) {
    return Spans.joined(
        uncovered.gaps().stream()
            .filter(kind)
            .map(gap -> Span.between(gap.from(), gap.to()))
            .toList());
  }

  /** What was seen in one boot holds in no other. */
  private List<Span> moments(Stream<? extends Fact> seen) {
    Map<Integer, List<Span>> byBoot = new TreeMap<>();
    seen.map(fact -> fact.provenance().time())
        .distinct()
        .forEach(
            time ->
                byBoot
                    .computeIfAbsent(history.bootAt(time).number(), none -> new ArrayList<>())
                    .add(new Span(time, time)));
    return byBoot.values().stream()
        .flatMap(ofBoot -> Spans.joined(ofBoot, SNAPSHOT_REACH).stream())
        .toList();
  }

  private List<BootSpan> boots(List<Instant> signals) {
    Map<Integer, Span> seen = new TreeMap<>();
    Stream.of(facts.units(), facts.exits(), facts.processes())
        .flatMap(List::stream)
        .map(fact -> fact.provenance().time())
        .forEach(time -> see(time, seen));
    signals.forEach(time -> see(time, seen));
    List<BootSpan> told = new ArrayList<>();
    for (Boot boot : history.boots()) {
      if (seen.containsKey(boot.number())) {
        told.add(span(boot, seen.get(boot.number())));
      }
    }
    return told;
  }

  private void see(Instant time, Map<Integer, Span> seen) {
    seen.merge(history.bootAt(time).number(), new Span(time, time), Span::and);
  }

  private static BootSpan span(Boot boot, Span seen) {
    boolean known = boot.start().isAfter(Instant.MIN);
    return new BootSpan(
        boot.id(),
        known ? Span.between(boot.start(), seen.to()) : seen,
        boot.shutdown().isPresent());
  }
}
