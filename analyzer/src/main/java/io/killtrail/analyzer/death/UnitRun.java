package io.killtrail.analyzer.death;

import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of a unit, from its start to its end, as the manager told it. */
public final class UnitRun {
  /** How far a stamp without fraction may lie before its event. */
  static final Duration COARSE = Duration.ofMillis(999);

  private final String unit;
  private final List<UnitChanged> changes = new ArrayList<>();
  private final List<ProcessExited> exits = new ArrayList<>();

  // Asked for with each line of a run, of which a long one has many.
  private final Map<Class<?>, UnitChanged> firsts = new HashMap<>();
  private Optional<ProcessExited> mainExit = Optional.empty();
  private Optional<Instant> started = Optional.empty();
  private Optional<Instant> lastSaid = Optional.empty();
  private boolean coarse;
  private boolean toldByManager;

  UnitRun(String unit) {
    this.unit = unit;
  }

  /** Unit name, such as {@code appd.service}. */
  public String unit() {
    return unit;
  }

  void add(UnitChanged change) {
    changes.add(change);
    firsts.putIfAbsent(change.change().getClass(), change);
    if (change.change() instanceof UnitChanged.Starting
        || change.change() instanceof UnitChanged.Started) {
      started = started.or(() -> Optional.of(change.provenance().time()));
    }
    toldByManager |= change.witness() != UnitChanged.Witness.AUDIT;
    said(change.provenance());
  }

  void add(ProcessExited exit) {
    exits.add(exit);
    if (exit.witness() == ProcessExited.Witness.MANAGER_MAIN) {
      mainExit = mainExit.or(() -> Optional.of(exit));
    }
    said(exit.provenance());
  }

  private void said(Provenance line) {
    coarse |= line.cutToSecond();
    if (lastSaid.isEmpty() || line.time().isAfter(lastSaid.get())) {
      lastSaid = Optional.of(line.time());
    }
  }

  /** All that was said of this run, in order. */
  public List<UnitChanged> changes() {
    return changes;
  }

  /** The first change of this kind. */
  public <C extends UnitChanged.Change> Optional<UnitChanged> first(Class<C> kind) {
    return Optional.ofNullable(firsts.get(kind));
  }

  /** All changes of this kind, in order. */
  public <C extends UnitChanged.Change> Stream<UnitChanged> all(Class<C> kind) {
    return changes.stream().filter(change -> kind.isInstance(change.change()));
  }

  /** Whether one of this kind was said about this time. */
  public <C extends UnitChanged.Change> boolean said(Class<C> kind, Instant about) {
    return firsts.containsKey(kind)
        && all(kind)
            .map(change -> Duration.between(change.provenance().time(), about).abs())
            .anyMatch(apart -> apart.compareTo(Windows.SAME_EVENT) <= 0);
  }

  /** Exit of the main process. */
  public Optional<ProcessExited> mainExit() {
    return mainExit;
  }

  /** Exits of control processes: ExecStop, ExecStopPost and the like. */
  public List<ProcessExited> controlExits() {
    return exits.stream()
        .filter(exit -> exit.witness() == ProcessExited.Witness.MANAGER_CONTROL)
        .toList();
  }

  /**
   * How the command ended that failed the start, where there was no main process yet: ExecStartPre,
   * or ExecStart of Type=forking.
   */
  Optional<ProcessExited> startExit() {
    boolean inStart =
        failed()
            && first(UnitChanged.Started.class).isEmpty()
            && first(UnitChanged.Starting.class).isPresent()
            && stopping().isEmpty()
            && !ranOut();
    return inStart ? controlExits().stream().findFirst() : Optional.empty();
  }

  /** When the start began, or was done. */
  public Optional<Instant> started() {
    return started;
  }

  /** The line with which a stop or restart job began. */
  public Optional<UnitChanged> stopping() {
    return first(UnitChanged.Stopping.class);
  }

  /** Whether a limit ran out that ends the unit: after that of a reload it goes on. */
  public boolean ranOut() {
    return all(UnitChanged.TimedOut.class)
        .anyMatch(line -> !((UnitChanged.TimedOut) line.change()).state().startsWith("reload"));
  }

  /** The lines that say that a stage of the stop ran out of time, in order. */
  public List<UnitChanged> stopTimeouts() {
    return all(UnitChanged.TimedOut.class)
        .filter(line -> ofStop(((UnitChanged.TimedOut) line.change()).state()))
        .toList();
  }

  private static boolean ofStop(String state) {
    return state.startsWith("stop") || state.startsWith("final");
  }

  /** TimeoutStopSec bounds each stage of a stop; the first stage begins with the job. */
  public Optional<Duration> stopLimit() {
    return stopping()
        .flatMap(
            begun ->
                stopTimeouts().stream()
                    .findFirst()
                    .map(
                        line ->
                            Duration.between(begun.provenance().time(), line.provenance().time())));
  }

  /** The line that says that the unit failed, or became inactive without failure. */
  public Optional<UnitChanged> result() {
    return first(UnitChanged.Failed.class).or(() -> first(UnitChanged.Deactivated.class));
  }

  /** systemd's word for how it went: success, exit-code, signal, timeout… */
  public Optional<String> resultWord() {
    Optional<String> failed =
        all(UnitChanged.Failed.class)
            .map(change -> ((UnitChanged.Failed) change.change()).result())
            .flatMap(Optional::stream)
            .findFirst();
    if (failed.isPresent() || failed()) {
      return failed.or(() -> Optional.of("failed"));
    }
    return first(UnitChanged.Deactivated.class).map(change -> "success");
  }

  /**
   * Whether it became inactive without failure and without a stop job. systemd counts death by
   * SIGTERM and the like as success, as it does exit 0, and logs neither: this is all that shows. A
   * oneshot unit, of which the start is done only then, has just finished.
   */
  boolean endedUnasked() {
    Optional<UnitChanged> left = first(UnitChanged.Deactivated.class);
    Optional<UnitChanged> up = first(UnitChanged.Started.class);
    boolean unasked =
        unit.endsWith(".service")
            && toldByManager
            && left.isPresent()
            && !failed()
            && stopping().isEmpty()
            && (first(UnitChanged.Stopped.class).isEmpty() || restartScheduled());
    boolean wasUp =
        up.isPresent()
            ? left.isPresent() && changes.indexOf(up.get()) < changes.indexOf(left.get())
            : first(UnitChanged.Starting.class).isEmpty();
    return unasked && wasUp;
  }

  /** A restart that the manager itself schedules ends with a stop job, which nobody asked for. */
  private boolean restartScheduled() {
    Optional<UnitChanged> restart = first(UnitChanged.RestartScheduled.class);
    return restart.isPresent()
        && changes.indexOf(restart.get())
            < changes.indexOf(first(UnitChanged.Stopped.class).orElseThrow());
  }

  public boolean failed() {
    return first(UnitChanged.Failed.class).isPresent();
  }

  /** When its main process, else the unit, was gone. */
  public Optional<Instant> ended() {
    return mainExit()
        .map(exit -> exit.provenance().time())
        .or(() -> result().map(change -> change.provenance().time()))
        .or(() -> first(UnitChanged.Stopped.class).map(change -> change.provenance().time()));
  }

  /** The latest time at which it can have ended: stamps without fraction are cut to the second. */
  public Optional<Instant> endedBy() {
    return coarse ? ended().map(end -> end.plus(COARSE)) : ended();
  }

  /** Whether the manager itself spoke of it, not only audit. */
  boolean toldByManager() {
    return toldByManager;
  }

  /** When the last was said of it. */
  public Optional<Instant> lastSaid() {
    return lastSaid;
  }

  /** Whether it was up at that time. */
  public boolean activeAt(Instant time) {
    boolean begun = started().isEmpty() || !started().get().isAfter(time);
    return begun && (ended().isEmpty() || !endedBy().get().isBefore(time));
  }

  /**
   * Whether it was up at that time or had ended so shortly before that stamps may be out of order.
   */
  boolean activeAbout(Instant time) {
    boolean begun = started().isEmpty() || !started().get().isAfter(time);
    return begun
        && endedBy().map(end -> !end.plus(Windows.EFFECT_BEFORE_CAUSE).isBefore(time)).orElse(true);
  }

  /** Only services and scopes hold processes that die with them. */
  public boolean holdsProcesses() {
    return unit.endsWith(".service") || unit.endsWith(".scope") || !unit.contains(".");
  }

  @Override
  public String toString() {
    return unit;
  }
}
