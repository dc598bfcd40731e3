package io.killtrail.analyzer.history;

import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProgramName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One process: a number in one boot between its start and its end, as far as evidence shows. */
public final class Life {
  /** Start times of one process by two roads differ by less. */
  private static final Duration SAME_START = Duration.ofMillis(1500);

  /** A zombie can still be seen as a target for so long. */
  private static final Duration ZOMBIE = Duration.ofSeconds(2);

  private static final int INIT = 1;
  private static final int KTHREADD = 2;

  private final int pid;
  private final Boot boot;
  private final Instant first;
  private final boolean seenBeginning;
  private final Timeline<String> comm = new Timeline<>();
  private final Timeline<String> exe = new Timeline<>();
  private final Timeline<String> executed = new Timeline<>();
  private final Timeline<String> hinted = new Timeline<>();
  private final Timeline<String> unit = new Timeline<>();
  private final Timeline<Integer> ppid = new Timeline<>();
  private final Timeline<Instant> started = new Timeline<>();
  private final Timeline<List<Integer>> namespacePids = new Timeline<>();
  private final FactId firstSeen;
  private FactId witness;
  private Optional<FactId> namespaceWitness = Optional.empty();
  private Instant last;
  private Optional<Instant> lastAlive = Optional.empty();
  private Optional<Instant> ended = Optional.empty();
  private Optional<Instant> fatalSignal = Optional.empty();

  Life(int pid, Boot boot, Sighting seen) {
    this.pid = pid;
    this.boot = boot;
    this.first = seen.time();
    this.seenBeginning = seen.kind() == Sighting.Kind.FORK || seen.kind() == Sighting.Kind.EXEC;
    this.last = seen.time();
    this.firstSeen = seen.id();
    this.witness = seen.id();
    add(seen);
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
    return first;
  }

  /** When it was last seen. */
  public Instant last() {
    return last;
  }

  /** When it was started, where evidence says so. */
  public Optional<Instant> started() {
    return started.first();
  }

  /** When it began: its start, else the fork or execve with which it was first seen. */
  public Optional<Instant> begun() {
    return started().or(() -> seenBeginning ? Optional.of(first) : Optional.empty());
  }

  /** When it ended, where a record of its end names it. */
  public Optional<Instant> ended() {
    return ended;
  }

  public Optional<String> comm(Instant at) {
    return comm.at(at);
  }

  public Optional<String> exe(Instant at) {
    return exe.at(at);
  }

  /** The command line of its last exec, else one that a record hints at. */
  public Optional<String> command(Instant at) {
    return executed.at(at).or(() -> hinted.at(at));
  }

  public Optional<String> unit(Instant at) {
    return unit.at(at);
  }

  public OptionalInt ppid(Instant at) {
    return ppid.at(at).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /**
   * Whether a process can be a unit's main process, as far as is known of it: those are the service
   * manager's children.
   */
  public static boolean mayBeMain(Optional<Life> process, Instant at) {
    return process.map(life -> life.ppid(at).orElse(1) == 1).orElse(true);
  }

  /**
   * Whether a number is one of the kernel's threads, which no signal ends: kthreadd, which is pid 2
   * unless this is a container, and its children. Of those the kernel's helpers for user space
   * (kernel call_usermodehelper) have an executable, and are processes like all others.
   */
  public static boolean isKernelThread(int pid, Optional<Life> process, Instant at) {
    return process
        .map(life -> (pid == KTHREADD || life.hasParent(KTHREADD, at)) && life.exe(at).isEmpty())
        .orElse(pid == KTHREADD);
  }

  private boolean hasParent(int number, Instant at) {
    return ppid(at).equals(OptionalInt.of(number));
  }

  /** Its numbers in nested PID namespaces; empty when it is in none, or nobody looked. */
  public List<Integer> namespacePids() {
    return namespacePids.first().orElse(List.of());
  }

  /** The fact of its first sighting. */
  public FactId firstSeen() {
    return firstSeen;
  }

  /** The fact that shows its numbers in nested PID namespaces. */
  public Optional<FactId> namespaceWitness() {
    return namespaceWitness;
  }

  /** A fact that shows this process with its start time, else its first sighting. */
  public FactId witness() {
    return witness;
  }

  /** When it was last seen alive, if that was after this time. */
  public Optional<Instant> aliveAfter(Instant time) {
    return lastAlive.filter(seen -> seen.isAfter(time));
  }

  /** Whether it was the target of a call after this time: for long, only the living are. */
  public boolean targetedAfter(Instant time) {
    return last.isAfter(time);
  }

  final void add(Sighting seen) {
    Instant time = seen.time();
    if (started.first().isEmpty() && seen.started().isPresent()) {
      witness = seen.id();
    }
    comm.add(time, seen.comm());
    exe.add(time, seen.exe());
    (seen.kind() == Sighting.Kind.EXEC ? executed : hinted).add(time, seen.command());
    unit.add(time, seen.unit());
    ppid.add(
        time, seen.ppid().isPresent() ? Optional.of(seen.ppid().getAsInt()) : Optional.empty());
    started.add(time, seen.started());
    if (!seen.namespacePids().isEmpty()) {
      namespaceWitness = namespaceWitness.or(() -> Optional.of(seen.id()));
    }
    namespacePids.add(time, Optional.of(seen.namespacePids()).filter(pids -> !pids.isEmpty()));
    last = time;
    if (seen.showsLife()) {
      lastAlive = Optional.of(time);
    }
    if (seen.kind() == Sighting.Kind.EXIT) {
      ended = Optional.of(time);
    }
  }

  void signalled(Instant time) {
    fatalSignal = fatalSignal.or(() -> Optional.of(time));
  }

  /** Whether a later sighting is of this same process. */
  boolean continuesWith(Sighting seen) {
    return !startedLater(seen)
        && !endedBefore(seen)
        && !forkedAnew(seen)
        && !otherParent(seen)
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

  /**
   * A parent changes only when it ends: then init takes the process, or another reaper, who does
   * not execute another program in it.
   */
  private boolean otherParent(Sighting seen) {
    OptionalInt mine = ppid(seen.time());
    if (mine.isEmpty() || seen.ppid().isEmpty() || mine.equals(seen.ppid())) {
      return false;
    }
    boolean reaped = seen.ppid().getAsInt() == INIT;
    boolean reaper = mine.getAsInt() != INIT && !otherExe(exe(seen.time()), seen.exe());
    return !reaped && !reaper;
  }

  /** An executable that was replaced meanwhile is marked as deleted, and the same. */
  private static boolean otherExe(Optional<String> one, Optional<String> other) {
    return one.isPresent()
        && other.isPresent()
        && !ProgramName.path(one.get()).equals(ProgramName.path(other.get()));
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
    boolean otherExe = otherExe(exe, seen.exe());
    boolean otherComm = comm.isPresent() && seen.comm().isPresent() && !comm.equals(seen.comm());
    return otherExe || (otherComm && !(exe.isPresent() && seen.exe().isPresent() && !otherExe));
  }

  @Override
  public String toString() {
    return comm(last()).orElse("?") + "[" + pid + "]";
  }
}
