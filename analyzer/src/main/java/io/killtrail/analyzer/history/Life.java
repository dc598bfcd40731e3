package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One process: a number in one boot between its start and its end, as far as evidence shows. */
public final class Life {
  /** Start times of one process by two roads differ by less. */
  private static final Duration SAME_START = Duration.ofMillis(1500);

  /** A zombie can still be seen as a target for so long. */
  private static final Duration ZOMBIE = Duration.ofSeconds(2);

  private final int pid;
  private final Boot boot;
  private final List<Sighting> sightings = new ArrayList<>();
  private Optional<Instant> last = Optional.empty();
  private Optional<Instant> lastAlive = Optional.empty();
  private Optional<Instant> ended = Optional.empty();
  private Optional<Instant> fatalSignal = Optional.empty();

  Life(int pid, Boot boot) {
    this.pid = pid;
    this.boot = boot;
  }

  /** Process id (tgid). */
  public int pid() {
    return pid;
  }

  public Boot boot() {
    return boot;
  }

  /** When it was first seen. */
  public Instant first() {
    return sightings.getFirst().time();
  }

  /** When it was last seen. */
  public Instant last() {
    return last.orElseThrow();
  }

  /** When it was started, where evidence says so. */
  public Optional<Instant> started() {
    return any(Sighting::started);
  }

  public Optional<String> comm(Instant at) {
    return latest(at, Sighting::comm);
  }

  public Optional<String> exe(Instant at) {
    return latest(at, Sighting::exe);
  }

  /** The command line of its last exec, else one that a record hints at. */
  public Optional<String> command(Instant at) {
    Optional<String> executed =
        latest(
            at,
            seen -> seen.kind() == Sighting.Kind.EXEC ? seen.command() : Optional.<String>empty());
    return executed.or(() -> latest(at, Sighting::command));
  }

  public Optional<String> unit(Instant at) {
    return latest(at, Sighting::unit);
  }

  public Optional<UserId> auid(Instant at) {
    return latest(at, Sighting::auid);
  }

  public OptionalInt ppid(Instant at) {
    Optional<Integer> ppid =
        latest(
            at,
            seen ->
                seen.ppid().isPresent()
                    ? Optional.of(seen.ppid().getAsInt())
                    : Optional.<Integer>empty());
    return ppid.isPresent() ? OptionalInt.of(ppid.get()) : OptionalInt.empty();
  }

  /** Its numbers in nested PID namespaces; empty when it is in none, or nobody looked. */
  public List<Integer> namespacePids() {
    return any(seen -> Optional.of(seen.namespacePids()).filter(pids -> !pids.isEmpty()))
        .orElse(List.of());
  }

  /** A fact that shows this process with its start time, else its first sighting. */
  public FactId witness() {
    return any(seen -> seen.started().map(start -> seen.id())).orElse(sightings.getFirst().id());
  }

  /** When it was last seen alive, if that was after this time. */
  public Optional<Instant> aliveAfter(Instant time) {
    return lastAlive.filter(seen -> seen.isAfter(time));
  }

  /** Whether it was the target of a call after this time: for long, only the living are. */
  public boolean targetedAfter(Instant time) {
    return last().isAfter(time);
  }

  private <T> Optional<T> any(Function<Sighting, Optional<T>> trait) {
    return sightings.stream().map(trait).flatMap(Optional::stream).findFirst();
  }

  /** What the last sighting up to then says, else the first one after. */
  private <T> Optional<T> latest(Instant at, Function<Sighting, Optional<T>> trait) {
    Optional<T> found = Optional.empty();
    for (Sighting seen : sightings) {
      if (seen.time().isAfter(at) && found.isPresent()) {
        return found;
      }
      Optional<T> said = trait.apply(seen);
      found = said.isPresent() ? said : found;
    }
    return found;
  }

  /** Keeps the sighting if it says anything new, and in any case that there was one. */
  void add(Sighting seen) {
    if (sightings.isEmpty() || tellsNews(seen)) {
      sightings.add(seen);
    }
    last = Optional.of(seen.time());
    if (seen.showsLife()) {
      lastAlive = last;
    }
    if (seen.kind() == Sighting.Kind.EXIT) {
      ended = Optional.of(seen.time());
    }
  }

  private boolean tellsNews(Sighting seen) {
    Instant at = seen.time();
    boolean sameNames =
        same(seen.comm(), comm(at)) && same(seen.exe(), exe(at)) && same(seen.unit(), unit(at));
    boolean sameOrigin = same(seen.started(), started()) && same(seen.auid(), auid(at));
    boolean sameParent = seen.ppid().isEmpty() || seen.ppid().equals(ppid(at));
    boolean sameCommand = seen.kind() != Sighting.Kind.EXEC && same(seen.command(), command(at));
    return !sameNames
        || !sameOrigin
        || !sameParent
        || !sameCommand
        || (!seen.namespacePids().isEmpty() && namespacePids().isEmpty());
  }

  private static <T> boolean same(Optional<T> said, Optional<T> known) {
    return said.isEmpty() || said.equals(known);
  }

  void signalled(Instant time) {
    fatalSignal = fatalSignal.or(() -> Optional.of(time));
  }

  /** Whether a later sighting is of this same process. */
  boolean continuesWith(Sighting seen) {
    if (sightings.isEmpty()) {
      return true;
    }
    return !startedLater(seen)
        && !endedBefore(seen)
        && !forkedAnew(seen)
        && !otherUnit(seen)
        && !otherAfterFatalSignal(seen);
  }

  private boolean startedLater(Sighting seen) {
    if (seen.started().isEmpty()) {
      return false;
    }
    Instant start = seen.started().get();
    Optional<Instant> mine = started();
    return mine.isPresent()
        ? Duration.between(mine.get(), start).abs().compareTo(SAME_START) > 0
        : start.isAfter(first().plus(SAME_START));
  }

  private boolean endedBefore(Sighting seen) {
    return ended.isPresent() && seen.time().isAfter(ended.get().plus(ZOMBIE));
  }

  private boolean forkedAnew(Sighting seen) {
    return seen.kind() == Sighting.Kind.FORK && seen.time().isAfter(first().plus(SAME_START));
  }

  private boolean otherUnit(Sighting seen) {
    Optional<String> mine = unit(seen.time());
    return mine.isPresent() && seen.unit().isPresent() && !mine.equals(seen.unit());
  }

  /** Having been sent a deadly signal, what then looks like another process is another. */
  private boolean otherAfterFatalSignal(Sighting seen) {
    if (fatalSignal.isEmpty() || !seen.time().isAfter(fatalSignal.get())) {
      return false;
    }
    Optional<String> exe = exe(fatalSignal.get());
    Optional<String> comm = comm(fatalSignal.get());
    boolean otherExe = exe.isPresent() && seen.exe().isPresent() && !exe.equals(seen.exe());
    boolean otherComm = comm.isPresent() && seen.comm().isPresent() && !comm.equals(seen.comm());
    return otherExe || (otherComm && !(exe.isPresent() && exe.equals(seen.exe())));
  }

  @Override
  public String toString() {
    return comm(last()).orElse("?") + "[" + pid + "]";
  }
}
