package io.killtrail.reports.chart;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.BootSpan;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.SignalTimes;
import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.analyzer.cases.Watch;
import io.killtrail.reports.Sample;
import io.killtrail.reports.model.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A month of a busy site: 100,000 signals, 10,000 cases of 300 units on 40 hosts. */
final class BusyReport {
  private static final Instant BEGIN = Instant.parse("2026-10-20T00:00:00Z");
  private static final int MINUTES = 30 * 24 * 60;
  private static final int SIGNALS = 100_000;
  private static final int CASES = 10_000;
  private static final int HOSTS = 40;
  private static final List<Cause> CAUSES = List.of(Cause.values());

  private final Random random = new Random(143);

  private BusyReport() {}

  static Report make() {
    return Scenes.report(new BusyReport().analysis());
  }

  private Analysis analysis() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(made(i));
    }
    return new Analysis(
        Optional.of(BEGIN),
        Optional.of(BEGIN.plus(Duration.ofMinutes(MINUTES))),
        List.of(),
        Sample.analysis().signals(),
        cases,
        List.of(
            new PresumedGroup(
                Optional.of("/usr/bin/pkill"),
                new Signal(9),
                Optional.of("worker"),
                90_000,
                BEGIN,
                time())),
        loops(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        timelines());
  }

  private Instant time() {
    return BEGIN.plusSeconds(60L * random.nextInt(MINUTES));
  }

  private String unit() {
    int which = random.nextInt(300);
    return "a-unit-with-a-name-" + "that-is-rather-long-".repeat(which % 5) + which + "@x.service";
  }

  private Case made(int number) {
    Case like = Sample.analysis().cases().get(number % 3);
    Victim victim =
        new Victim(
            OptionalInt.of(number),
            Optional.of("java"),
            Optional.empty(),
            Optional.of(unit()),
            List.of());
    Cause cause = CAUSES.get(random.nextInt(CAUSES.size()));
    return new Case(
        String.format("%016x", number),
        List.of(),
        Optional.of("host" + random.nextInt(HOSTS)),
        Optional.empty(),
        time(),
        cause,
        like.flags(),
        like.expected(),
        like.confidence(),
        victim,
        List.of(victim),
        like.sender(),
        Optional.empty(),
        Optional.empty(),
        like.signal(),
        like.target(),
        like.pidFile(),
        like.exit(),
        Optional.empty(),
        like.summary(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        number < 40 && like.pidFile().isPresent()
            ? Optional.of(Scenes.collision("java"))
            : Optional.empty());
  }

  private List<RestartLoop> loops() {
    List<RestartLoop> loops = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Instant first = time();
      loops.add(
          new RestartLoop(
              Optional.of("host" + i),
              unit(),
              3 + random.nextInt(5000),
              OptionalInt.of(random.nextInt(256)),
              first,
              first.plusSeconds(random.nextInt(500_000)),
              ""));
    }
    return loops;
  }

  private List<HostTimeline> timelines() {
    List<HostTimeline> timelines = new ArrayList<>();
    for (int i = 0; i < HOSTS; i++) {
      timelines.add(timeline("host" + i + ".a-domain.example"));
    }
    return timelines;
  }

  private HostTimeline timeline(String host) {
    Map<Instant, Map<Integer, Long>> calls = new HashMap<>();
    for (int i = 0; i < SIGNALS / HOSTS; i++) {
      calls
          .computeIfAbsent(time(), none -> new HashMap<>())
          .merge(random.nextInt(64), 1L, Long::sum);
    }
    List<Span> spans = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      Instant from = BEGIN.plus(Duration.ofDays(day));
      spans.add(new Span(from, from.plus(Duration.ofHours(1 + random.nextInt(22)))));
    }
    List<Watch> watches =
        List.of(
            new Watch(Watch.Source.SIGNAL_CALLS, spans, spans.subList(3, 9)),
            new Watch(Watch.Source.SERVICE_MANAGER, spans, List.of()));
    List<BootSpan> boots =
        spans.stream().map(span -> new BootSpan(Optional.empty(), span, false)).toList();
    return new HostTimeline(
        Optional.of(host), boots, new SignalTimes(Duration.ofMinutes(1), calls), watches);
  }
}
