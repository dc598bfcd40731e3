package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which unit run a signal hit. A record that shows the victim's unit decides; else it is concluded
 * from what the manager said at that moment, or from the victim's name.
 */
final class UnitLink {
  /** The kernel cuts command names to so many bytes (TASK_COMM_LEN less one). */
  private static final int COMM_LENGTH = 15;

  /** An end without a stop job is laid to a signal that came at most so long before. */
  private static final Duration FOLLOWS = Duration.ofSeconds(3);

  /** Of two units that ended, the sooner is meant if it was so many times sooner. */
  private static final int CLEARLY = 4;

  private final UnitRuns runs;

  UnitLink(UnitRuns runs) {
    this.runs = runs;
  }

  /**
   * The unit run that was hit.
   *
   * @param inferred whether no record shows it
   */
  record Link(Optional<UnitRun> run, boolean inferred) {}

  Link of(SignalSent signal, SignalTarget target, Optional<Life> victim) {
    Instant time = signal.provenance().time();
    Optional<String> unit = victim.flatMap(life -> life.unit(time));
    if (unit.isPresent()) {
      return new Link(runs.at(unit.get(), time), false);
    }
    boolean byManager = signal.sender().pid().orElse(-1) == 1;
    Optional<String> comm = victim.flatMap(life -> life.comm(time)).or(target::ocomm);
    Optional<UnitRun> run =
        byManager
            ? spokenOf(time, comm)
            : named(time, comm)
                .or(() -> mayBeMain(victim, time) ? endedNext(time) : Optional.empty());
    return new Link(run, true);
  }

  /** The unit about which the manager said something when it sent the signal. */
  private Optional<UnitRun> spokenOf(Instant time, Optional<String> comm) {
    List<UnitRun> near =
        runs.all().stream()
            .filter(UnitRun::holdsProcesses)
            .filter(run -> distance(run, time).compareTo(Windows.MANAGER_LINE) <= 0)
            .toList();
    List<UnitRun> sameName = near.stream().filter(run -> sameName(run, comm)).toList();
    return (sameName.isEmpty() ? near : sameName)
        .stream().min(Comparator.comparing(run -> distance(run, time)));
  }

  private static Duration distance(UnitRun run, Instant time) {
    return run.changes().stream()
        .filter(change -> showsManagerActing(change.change()))
        .map(change -> Duration.between(time, change.provenance().time()).abs())
        .min(Comparator.naturalOrder())
        .orElse(Duration.ofDays(1));
  }

  private static boolean showsManagerActing(UnitChanged.Change change) {
    return switch (change) {
      case UnitChanged.Stopping none -> true;
      case UnitChanged.TimedOut none -> true;
      case UnitChanged.ClientSignal none -> true;
      case UnitChanged.ManagerSignal none -> true;
      case UnitChanged.OutOfMemory none -> true;
      case UnitChanged.Change other -> false;
    };
  }

  /** The running unit of the victim's name. */
  private Optional<UnitRun> named(Instant time, Optional<String> comm) {
    return runs.all().stream()
        .filter(UnitRun::holdsProcesses)
        .filter(run -> run.activeAt(time) || run.activeAt(time.minus(Windows.EFFECT_BEFORE_CAUSE)))
        .filter(run -> sameName(run, comm))
        .min(
            Comparator.comparing((UnitRun run) -> !run.activeAt(time))
                .thenComparing(run -> run.ended().orElse(Instant.MAX))
                .thenComparing(UnitRun::unit));
  }

  private static boolean sameName(UnitRun run, Optional<String> comm) {
    if (comm.isEmpty()) {
      return false;
    }
    String base = UnitNames.base(run.unit());
    String template = base.contains("@") ? base.substring(0, base.indexOf('@')) : base;
    return cut(template).equals(comm.get())
        || (comm.get().length() >= 4 && base.startsWith(comm.get() + "-"));
  }

  private static String cut(String name) {
    return name.length() > COMM_LENGTH ? name.substring(0, COMM_LENGTH) : name;
  }

  /** A unit's main process is the manager's child. */
  private static boolean mayBeMain(Optional<Life> victim, Instant time) {
    return victim.map(life -> life.ppid(time).orElse(1) == 1).orElse(true);
  }

  /**
   * The unit that ended right afterwards without being asked to, if no other ended about as soon.
   */
  private Optional<UnitRun> endedNext(Instant time) {
    List<UnitRun> next =
        runs.all().stream()
            .filter(UnitRun::holdsProcesses)
            .filter(run -> run.stopping().isEmpty())
            .filter(run -> run.ended().filter(end -> follows(end, time)).isPresent())
            .sorted(Comparator.comparing(run -> run.ended().orElseThrow()))
            .toList();
    boolean clear =
        next.size() == 1
            || (next.size() > 1
                && delay(next.get(0), time)
                        .multipliedBy(CLEARLY)
                        .compareTo(delay(next.get(1), time))
                    < 0);
    return clear ? Optional.of(next.getFirst()) : Optional.empty();
  }

  private static Duration delay(UnitRun run, Instant time) {
    return Duration.between(time, run.ended().orElseThrow());
  }

  private static boolean follows(Instant end, Instant time) {
    return !end.isBefore(time) && end.isBefore(time.plus(FOLLOWS));
  }
}
