package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which unit run a signal hit. A record that shows the victim's unit decides; else it is concluded
 * from what the manager said at that moment, or from the victim's name.
 */
final class UnitLink {
  /**
   * An end without a stop job is laid to a signal that came at most so long before, where nothing
   * but the time ties them.
   */
  private static final Duration FOLLOWS = Duration.ofSeconds(1);

  /** Of two units that ended, the sooner is meant if it was so many times sooner. */
  private static final int CLEARLY = 4;

  private final UnitRuns runs;
  private final RunIndex index;

  UnitLink(UnitRuns runs) {
    this.runs = runs;
    this.index = new RunIndex(runs.all());
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
    Optional<String> comm = victim.flatMap(life -> life.comm(time)).or(target::ocomm);
    Optional<UnitRun> run =
        signal.byManager() ? spokenOf(time, comm) : byNameOrEnd(time, comm, victim);
    return new Link(run, run.isPresent());
  }

  /** The unit about which the manager said something when it sent the signal. */
  private Optional<UnitRun> spokenOf(Instant time, Optional<String> comm) {
    Map<UnitRun, Duration> near = index.actedOn(time, Windows.MANAGER_LINE);
    Comparator<Map.Entry<UnitRun, Duration>> nearest = Map.Entry.comparingByValue();
    return near.entrySet().stream()
        .min(
            Comparator.comparing(
                    (Map.Entry<UnitRun, Duration> entry) ->
                        !RunIndex.sameName(entry.getKey(), comm))
                .thenComparing(nearest)
                .thenComparing(entry -> entry.getKey().unit()))
        .map(Map.Entry::getKey);
  }

  /** The unit of the victim's name, but rather another that ended at once if that one went on. */
  private Optional<UnitRun> byNameOrEnd(
      Instant time, Optional<String> comm, Optional<Life> victim) {
    Optional<UnitRun> named = named(time, comm, victim);
    boolean ended =
        named.flatMap(UnitRun::ended).filter(end -> end.isBefore(time.plus(FOLLOWS))).isPresent();
    boolean helper = comm.filter(name -> name.startsWith("(")).isPresent();
    return ended || helper || !Life.mayBeMain(victim, time)
        ? named
        : endedNext(time).or(() -> named);
  }

  /** The running unit of the victim's name. */
  private Optional<UnitRun> named(Instant time, Optional<String> comm, Optional<Life> victim) {
    return comm.map(index::named).orElse(List.of()).stream()
        .filter(run -> run.activeAbout(time))
        .filter(run -> livedIn(run, victim))
        .min(
            Comparator.comparing((UnitRun run) -> !run.activeAt(time))
                .thenComparing(run -> run.ended().orElse(Instant.MAX))
                .thenComparing(UnitRun::unit));
  }

  /** A process that was there before a run began, or came after it ended, was none of it. */
  private static boolean livedIn(UnitRun run, Optional<Life> victim) {
    if (victim.isEmpty()) {
      return true;
    }
    Instant born = victim.get().started().orElse(victim.get().first());
    boolean late = run.endedBy().filter(end -> born.isAfter(end)).isPresent();
    boolean early =
        victim
            .get()
            .started()
            .filter(
                start ->
                    run.started()
                        .filter(up -> start.isBefore(up.minus(Windows.MANAGER_LINE)))
                        .isPresent())
            .isPresent();
    return !late && !early;
  }

  /**
   * The unit that ended right afterwards without being asked to, if no other ended about as soon.
   */
  private Optional<UnitRun> endedNext(Instant time) {
    List<UnitRun> next = index.endedWithoutStopJob(time, FOLLOWS);
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
    return Duration.between(time, run.endedBy().orElseThrow());
  }
}
