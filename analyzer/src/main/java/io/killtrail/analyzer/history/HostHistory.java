package io.killtrail.analyzer.history;

import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The evidence of one host that can be looked up, over all its boots. */
public final class HostHistory {
  /** A thread seen this long before or after may be taken to have been there. */
  private static final Duration THREAD_REACH = Duration.ofMinutes(10);

  /** Start times are this coarse. */
  private static final Duration COARSE = Duration.ofMillis(1500);

  private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T00:00:00Z");

  private final Boots boots;
  private final Map<Integer, List<Life>> lives;
  private final Map<Integer, List<ThreadLife>> threads = new HashMap<>();
  private final PidFiles pidFiles;
  private final List<ProcessSeen> requests;
  private final JobsBegun jobs;
  private final List<UnitChanged> allowed;
  private final Set<Integer> snapshotBoots = new HashSet<>();
  private final Map<String, List<Life>> byUnit = new HashMap<>();

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
    for (ThreadSeen seen : facts.threads()) {
      threads
          .computeIfAbsent(seen.tid(), none -> new ArrayList<>())
          .add(
              new ThreadLife(
                  seen.tid(),
                  seen.tgid(),
                  seen.comm(),
                  seen.started(),
                  seen.provenance().time(),
                  seen.provenance().id()));
    }
    for (ProcessSeen seen : facts.processes()) {
      if (seen.by() == ProcessSeen.By.SNAPSHOT) {
        snapshotBoots.add(boots.at(seen.provenance().time()).number());
      }
    }
    lives.values().forEach(ofPid -> ofPid.forEach(this::indexUnit));
  }

  /** Compacts the facts of one host. */
  public static HostHistory of(HostFacts facts) {
    return new HostHistory(facts);
  }

  private void indexUnit(Life life) {
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

  /** The processes that were seen in this unit, in order of their first sighting. */
  public List<Life> processesOf(String unit) {
    return byUnit.getOrDefault(unit, List.of());
  }

  /**
   * Whose thread this number was then: the sighting in the same boot that is nearest in time,
   * before rather than after. A later one counts if it says that the thread was there already.
   */
  public Optional<ThreadLife> threadOwner(int tid, Instant time) {
    Optional<ThreadLife> found = Optional.empty();
    for (ThreadLife thread : threads.getOrDefault(tid, List.of())) {
      boolean before = !thread.seen().isAfter(time);
      boolean shown = before || thread.started().isPresent();
      if (shown && mayBeAt(thread, time) && (found.isEmpty() || before)) {
        found = Optional.of(thread);
      }
    }
    return found;
  }

  /** A sighting of this number as a thread of this process, about that time. */
  public Optional<ThreadLife> threadOf(int tid, int tgid, Instant time) {
    return threads.getOrDefault(tid, List.of()).stream()
        .filter(thread -> thread.tgid() == tgid)
        .filter(thread -> mayBeAt(thread, time))
        .min(Comparator.comparing(thread -> Duration.between(thread.seen(), time).abs()));
  }

  private boolean mayBeAt(ThreadLife thread, Instant time) {
    boolean near = Duration.between(thread.seen(), time).abs().compareTo(THREAD_REACH) <= 0;
    boolean younger =
        thread.started().filter(start -> start.isAfter(time.plus(COARSE))).isPresent();
    return near && !younger && sameBoot(thread.seen(), time);
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
        || threads.getOrDefault(number, List.of()).stream()
            .anyMatch(thread -> bootAt(thread.seen()).number() == boot.number());
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
