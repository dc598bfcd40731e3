package io.killtrail.reports.chart;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Collision;
import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.Collision.Tids;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.SignalTimes;
import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.cases.Watch;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.ReportFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports to draw. */
final class Scenes {
  private static final Instant WRITTEN = Instant.parse("2026-11-20T23:10:00Z");
  private static final Instant FIRST_END = Instant.parse("2026-11-21T02:10:00Z");
  private static final Instant BOOT = Instant.parse("2026-11-21T02:19:00Z");

  private Scenes() {}

  static Report report(Analysis analysis) {
    return Report.of(Sample.GENERATED, ReportFilter.ALL, analysis);
  }

  /** The hand-made analysis with what charts need besides. */
  static Report full() {
    return report(drawn(Sample.analysis(), "helperd", List.of(timeline("web01"))));
  }

  /** With this text wherever a log can put one. */
  static Report hostile(String text) {
    return report(drawn(Sample.hostile(text), text, List.of(timeline(text))));
  }

  static Analysis drawn(Analysis plain, String name, List<HostTimeline> timelines) {
    return new Analysis(
        plain.from(),
        plain.to(),
        plain.hosts(),
        plain.signals(),
        plain.cases().stream()
            .map(told -> told.pidFile().isPresent() ? with(told, collision(name)) : told)
            .toList(),
        plain.presumedGroups(),
        plain.restartLoops(),
        plain.nearMisses(),
        plain.coverage(),
        plain.inputs(),
        List.of(),
        timelines);
  }

  static Case with(Case told, Collision collision) {
    return new Case(
        told.id(),
        told.replaces(),
        told.host(),
        told.boot(),
        told.time(),
        told.cause(),
        told.flags(),
        told.expected(),
        told.confidence(),
        told.victim(),
        told.victims(),
        told.sender(),
        told.requester(),
        told.origin(),
        told.signal(),
        told.target(),
        told.pidFile(),
        told.exit(),
        told.limit(),
        told.summary(),
        told.evidence(),
        told.alternatives(),
        told.advice(),
        Optional.empty(),
        Optional.of(collision));
  }

  static Collision collision(String name) {
    Instant killed = Sample.COLLISION;
    return new Collision(
        List.of(
            new BootSpan(Optional.empty(), new Span(WRITTEN.minusSeconds(300), FIRST_END), false),
            new BootSpan(Optional.empty(), new Span(BOOT, killed.plusSeconds(1)), true)),
        1,
        List.of(
            holder(
                Role.VICTIM,
                281,
                name,
                BOOT.plusSeconds(60),
                List.of(
                    new Tids(300, 340, Optional.of(BOOT.plusSeconds(61))),
                    new Tids(341, 420, Optional.of(BOOT.plusSeconds(90))))),
            holder(Role.SENDER, 456, name, killed.minusSeconds(1), List.of()),
            holder(Role.FORMER_OWNER, 350, name, WRITTEN.minusSeconds(2), List.of()),
            holder(Role.OTHER, 360, name, WRITTEN.plusSeconds(9), List.of()),
            holder(Role.OTHER, 270, name, BOOT.plusSeconds(9), List.of())));
  }

  private static Holder holder(Role role, int pid, String comm, Instant from, List<Tids> threads) {
    return new Holder(
        role,
        pid,
        Optional.of(comm),
        Optional.of(comm + ".service"),
        Optional.of(from),
        from,
        Optional.empty(),
        threads);
  }

  static HostTimeline timeline(String host) {
    Map<Instant, Map<Integer, Long>> calls = new TreeMap<>();
    calls.put(BOOT.plusSeconds(60), Map.of(0, 400L, 15, 830L));
    calls.put(BOOT.plusSeconds(600), Map.of(9, 4L));
    return new HostTimeline(
        Optional.of(host),
        List.of(
            new BootSpan(Optional.empty(), new Span(WRITTEN, FIRST_END), false),
            new BootSpan(Optional.empty(), new Span(BOOT, Sample.TIMEOUT), true)),
        new SignalTimes(Duration.ofSeconds(60), calls),
        List.of(
            new Watch(
                Watch.Source.SIGNAL_CALLS,
                List.of(new Span(BOOT, Sample.TIMEOUT)),
                List.of(new Span(BOOT.plusSeconds(60), BOOT.plusSeconds(120)))),
            new Watch(Watch.Source.SERVICE_MANAGER, List.of(), List.of())));
  }
}
