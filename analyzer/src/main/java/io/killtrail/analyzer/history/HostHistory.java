package io.killtrail.analyzer.history;

import io.killtrail.analyzer.cases.Span;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The evidence of one host that can be looked up, over all its boots. */
public final class HostHistory {
  private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");

  /** So long after its start a host is coming up. */
  private static final Duration COMING_UP = Duration.ofMinutes(10);

  private final Boots boots;
  private final Map<Integer, List<Life>> lives;
  private final Threads threads;
  private final PidFiles pidFiles;
  private final List<ProcessSeen> requests;
  private final JobsBegun jobs;
  private final List<UnitChanged> allowed;
  private final Set<Integer> snapshotBoots = new HashSet<>();
  private final Map<String, List<Life>> byUnit = new HashMap<>();
  private final Map<Integer, Span> seenIn = new HashMap<>();

  private HostHistory(HostFacts facts) {
    this.boots = Boots.of(facts);
    this.lives = new LifeBuilder(boots).build(facts);
    this.pidFiles = new PidFiles(facts.pidFiles(), boots);
    this.requests =
        facts.processes().stream()
            .filter(
                seen -> seen.by() == ProcessSeen.By.EXEC || seen.by() == ProcessSeen.By.USER_RECORD)
            .toList();
    this.jobs = new JobsBegun(facts.units());
    this.allowed =
        facts.units().stream()
            .filter(change -> change.change() instanceof UnitChanged.Requested)
            .toList();
    this.threads = new Threads(facts.threads(), boots);
    for (ProcessSeen seen : facts.processes()) {
      if (seen.by() == ProcessSeen.By.SNAPSHOT) {
        snapshotBoots.add(boots.at(seen.provenance().time()).number());
      }
    }
    lives.values().forEach(ofPid -> ofPid.forEach(this::index));
  }

  /** Compacts the facts of one host. */
  public static HostHistory of(HostFacts facts) {
    return new HostHistory(facts);
  }

  private void index(Life life) {
    seenIn.merge(life.boot().number(), Span.between(life.first(), life.last()), (a, b) -> a.and(b));
    life.unit(life.last())
        .ifPresent(unit -> byUnit.computeIfAbsent(unit, none -> new ArrayList<>()).add(life));
  }

  /** The boot in which a time lies. */
  public Boot bootAt(Instant time) {
    return boots.at(time);
  }

  /** Whether both times lie in one boot. */
  public boolean sameBoot(Instant one, Instant other) {
    return bootAt(one).number() == bootAt(other).number();
  }

  /** When the next boot began; the end of time when there was none. */
  public Instant bootAfter(Instant time) {
    return boots.nextStart(time).orElse(FAR_FUTURE);
  }

  public List<Boot> boots() {
    return boots.all();
  }

  /** The process that had this number then. */
  public Optional<Life> processAt(int pid, Instant time) {
    Boot boot = bootAt(time);
    Optional<Life> found = Optional.empty();
    for (Life life : lives.getOrDefault(pid, List.of())) {
      if (life.boot().number() != boot.number()) {
        continue;
      }
      boolean begun = !life.started().orElse(life.first()).isAfter(time);
      if (begun || found.isEmpty()) {
        found = Optional.of(life);
      }
    }
    return found;
  }

  /**
   * The process that made this call. Up to Linux 4.8 audit wrote the calling thread's number as
   * pid: a number that was a thread's, with the program and parent of that thread's process.
   */
  public Optional<Life> callerOf(SignalSent signal) {
    if (signal.sender().pid().isEmpty()) {
      return Optional.empty();
    }
    int pid = signal.sender().pid().getAsInt();
    Instant time = signal.provenance().time();
    return threadOwner(pid, time)
        .filter(thread -> thread.tgid() != pid)
        .flatMap(thread -> processAt(thread.tgid(), time))
        .filter(process -> looksLike(process, signal.sender(), time))
        .or(() -> processAt(pid, time));
  }

  private static boolean looksLike(Life process, Actor caller, Instant time) {
    return caller.exe().isPresent()
        && caller.exe().equals(process.exe(time))
        && caller.ppid().isPresent()
        && caller.ppid().equals(process.ppid(time));
  }

  /** The processes of this boot whose numbers are at most so far from this one. */
  public List<Life> processesNear(int number, int reach, Boot boot) {
    List<Life> near = new ArrayList<>();
    for (int pid = number - reach; pid <= number + reach; pid++) {
      lives.getOrDefault(pid, List.of()).stream()
          .filter(life -> life.boot().number() == boot.number())
          .forEach(near::add);
    }
    return near;
  }

  /** From the first to the last sighting of a process in this boot; empty when there is none. */
  public Optional<Span> sightingsIn(Boot boot) {
    return Optional.ofNullable(seenIn.get(boot.number()));
  }

  /** The processes that were seen in this unit, in order of their first sighting. */
  public List<Life> processesOf(String unit) {
    return byUnit.getOrDefault(unit, List.of());
  }

  /**
   * Whose thread this number was then: the sighting in the same boot that is nearest in time,
   * before rather than after. A later one counts if it says that the thread was there already.
   */
  public Optional<ThreadLife> threadOwner(int tid, Instant time) {
    return threads.owner(tid, time);
  }

  /** A sighting of this number as a thread of this process, about that time. */
  public Optional<ThreadLife> threadOf(int tid, int tgid, Instant time) {
    return threads.of(tid, tgid, time);
  }

  /** All sightings of threads of this process about that time. */
  public Stream<ThreadLife> threadsOf(int tgid, Instant time) {
    return threads.ofProcess(tgid, time);
  }

  /** The PID files that held this number then. */
  public List<PidFileState> pidFilesHolding(int number, Instant time) {
    return pidFiles.holding(number, time);
  }

  /** What this PID file held then, as far as evidence shows. */
  public Optional<PidFileState> pidFileAt(String path, Instant time) {
    return pidFiles.at(path, time);
  }

  /** What this PID file was next seen to hold. */
  public Optional<PidFileState> nextPidFileState(String path, Instant time) {
    return pidFiles.next(path, time);
  }

  /** PID files that this process read, wrote or removed, or a child read for it. */
  public List<PidFileSeen> pidFileAccesses(int pid) {
    return pidFiles.accessedBy(pid);
  }

  /** What was started or asked for in the time before, latest first. */
  public List<ProcessSeen> requestsBefore(Instant time, Duration reach) {
    List<ProcessSeen> before = new ArrayList<>();
    for (int i = requests.size() - 1; i >= 0; i--) {
      Instant at = requests.get(i).provenance().time();
      if (at.isBefore(time.minus(reach))) {
        break;
      }
      if (!at.isAfter(time)) {
        before.add(requests.get(i));
      }
    }
    return before;
  }

  /** What the manager itself let clients ask for in the time before, latest first. */
  public List<UnitChanged> allowedBefore(Instant time, Duration reach) {
    return allowed.reversed().stream()
        .filter(line -> !line.provenance().time().isAfter(time))
        .filter(line -> !line.provenance().time().isBefore(time.minus(reach)))
        .toList();
  }

  /** The units whose start or stop jobs began so near to that time. */
  public Set<String> unitsWithJobsAbout(Instant time, Duration within) {
    return jobs.about(time, within);
  }

  /** Whether any snapshot was taken in this boot. */
  public boolean hasSnapshots(Boot boot) {
    return snapshotBoots.contains(boot.number());
  }

  /** Whether this number was seen as a process or thread in this boot. */
  public boolean everTaken(int number, Boot boot) {
    return lives.getOrDefault(number, List.of()).stream()
            .anyMatch(life -> life.boot().number() == boot.number())
        || threads.anySeen(number, seen -> bootAt(seen).number() == boot.number());
  }

  /** The highest number of what began in the first minutes of the boots seen. */
  public OptionalInt highestEarlyNumber() {
    IntStream processes =
        lives.values().stream()
            .flatMap(List::stream)
            .filter(life -> early(life.started()))
            .mapToInt(Life::pid);
    return IntStream.concat(processes, threads.begun(this::early)).max();
  }

  private boolean early(Optional<Instant> started) {
    return started
        .filter(time -> bootAt(time).id().isPresent())
        .filter(time -> time.isBefore(bootAt(time).start().plus(COMING_UP)))
        .isPresent();
  }

  /** The share, 0 to 1, of the numbers near this one that were threads or processes then. */
  public double nearbyTaken(int number, Instant time) {
    int reach = 256;
    int taken = 0;
    for (int near = number - reach; near <= number + reach; near++) {
      if (near != number && (aliveAt(near, time) || threadOwner(near, time).isPresent())) {
        taken++;
      }
    }
    return taken / (2.0 * reach);
  }

  /** What came and went before, or came after, holds no number. */
  private boolean aliveAt(int pid, Instant time) {
    return processAt(pid, time)
        .filter(life -> !life.started().orElse(life.first()).isAfter(time))
        .filter(life -> life.ended().filter(end -> end.isBefore(time)).isEmpty())
        .isPresent();
  }
}
