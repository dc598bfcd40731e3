package io.killtrail.analyzer.story;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.history.Boot;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.rule.Telling;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened around a death, and helps to understand it, but proves nothing. */
final class Surroundings {
  /** So much before and after the death the manager's lines on its unit belong to the story. */
  private static final Duration AROUND = Duration.ofMinutes(2);

  /** Lines of each kind at most, those next to the death. */
  private static final int MOST = 8;

  private Surroundings() {}

  /** The boots that began between the first evidence and the death: by them PID files get stale. */
  static List<Step> boots(Case told, HostFacts facts) {
    Optional<Instant> first = told.evidence().stream().map(Evidence::at).min(Instant::compareTo);
    if (first.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (Boot boot : HostHistory.of(facts).boots()) {
      if (boot.start().isAfter(first.get()) && boot.start().isBefore(told.time())) {
        witness(boot, facts).ifPresent(seen -> steps.add(boot(boot, seen)));
      }
    }
    return latest(steps);
  }

  private static Step boot(Boot boot, BootSeen seen) {
    return new Step(
        Step.Kind.BOOT,
        new Evidence(
            seen.provenance().id().text(),
            boot.start(),
            "the host booted" + boot.id().map(id -> ": boot " + id).orElse("")));
  }

  private static Optional<BootSeen> witness(Boot boot, HostFacts facts) {
    return facts.boots().stream()
        .filter(
            seen ->
                boot.id().isPresent()
                    ? seen.provenance().bootId().equals(boot.id())
                    : !seen.provenance().time().isBefore(boot.start()))
        .findFirst();
  }

  /** What the PID file held before, and who used it. */
  static List<Step> pidFile(Case told, HostFacts facts) {
    Optional<String> path = told.pidFile().flatMap(PidFile::path);
    List<Step> steps = new ArrayList<>();
    Optional<PidFileSeen> before = Optional.empty();
    for (PidFileSeen seen : facts.pidFiles()) {
      if (path.filter(seen.path()::equals).isPresent()
          && seen.provenance().time().isBefore(told.time())) {
        if (before.filter(last -> same(last, seen)).isEmpty()) {
          steps.add(new Step(Step.Kind.PID_FILE, Telling.use(seen)));
        }
        before = Optional.of(seen);
      }
    }
    return latest(steps);
  }

  /** Snapshots see the same file again and again. */
  private static boolean same(PidFileSeen one, PidFileSeen other) {
    return one.by() == PidFileSeen.By.SNAPSHOT
        && other.by() == PidFileSeen.By.SNAPSHOT
        && one.number().equals(other.number())
        && one.modified().equals(other.modified());
  }

  /** When the unit had come up, and what the manager did about the death and then. */
  static List<Step> unit(Case told, HostFacts facts) {
    Optional<String> unit = told.victim().unit();
    if (unit.isEmpty()) {
      return List.of();
    }
    List<UnitChanged> lines =
        facts.units().stream()
            .filter(line -> line.unit().equals(unit))
            .filter(line -> line.witness() != UnitChanged.Witness.AUDIT)
            .toList();
    Optional<UnitChanged> up =
        lines.stream()
            .filter(line -> line.provenance().time().isBefore(told.time()))
            .filter(line -> line.change() instanceof UnitChanged.Started)
            .max(Comparator.comparing(line -> line.provenance().time()));
    Instant from = up.map(line -> line.provenance().time()).orElse(Instant.MIN);
    Stream<UnitChanged> around =
        lines.stream()
            .filter(line -> !line.provenance().time().isBefore(from))
            .filter(line -> near(line.provenance().time(), told.time()))
            .limit(MOST);
    return Stream.concat(up.stream(), around).map(Surroundings::step).distinct().toList();
  }

  private static Step step(UnitChanged line) {
    return new Step(Step.Kind.UNIT, Telling.change(line));
  }

  private static boolean near(Instant time, Instant death) {
    return Duration.between(time, death).abs().compareTo(AROUND) <= 0;
  }

  private static List<Step> latest(List<Step> steps) {
    return steps.subList(Math.max(0, steps.size() - MOST), steps.size());
  }
}
