package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile.Matched;
import io.killtrail.analyzer.cases.PidFileStanding;
import io.killtrail.analyzer.cases.PidFileStanding.Holder;
import io.killtrail.analyzer.cases.PidFileStanding.NextBoot;
import io.killtrail.analyzer.cases.PidFileStanding.State;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.history.PidFilePath;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.analyzer.history.ThreadLife;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells of a PID file whether it names its process now, before anybody signals the number. */
public final class PidFileNow {
  private final HostHistory history;
  private final Instant now;
  private final List<Life> nested;

  /**
   * Looks at a moment of which a snapshot was taken.
   *
   * @param nested processes in PID namespaces of their own
   */
  public PidFileNow(HostHistory history, Instant now, List<Life> nested) {
    this.history = history;
    this.now = now;
    this.nested = List.copyOf(nested);
  }

  /** What decides, and why. */
  private record Decision(Optional<State> state, String reason) {
    static Decision of(State state, String reason) {
      return new Decision(Optional.of(state), reason);
    }
  }

  /**
   * Tells of one.
   *
   * @param unit the unit that names it with {@code PIDFile=}
   */
  public PidFileStanding of(PidFileState file, Optional<String> unit) {
    Optional<ThreadLife> thread = thread(file.number());
    Optional<Life> process =
        thread.map(ThreadLife::tgid).or(() -> Optional.of(file.number())).flatMap(this::alive);
    Matched matched = thread.isPresent() ? Matched.THREAD : Matched.PROCESS;
    Decision decision =
        process
            .map(life -> decide(file, matched, life, unit))
            .orElseGet(() -> Decision.of(State.STALE, "no process or thread has the number now"));
    boolean stale = decision.state().filter(state -> state != State.VALID).isPresent();
    return new PidFileStanding(
        file.path(),
        OptionalInt.of(file.number()),
        file.modified(),
        unit,
        decision.state(),
        decision.reason(),
        process.map(life -> holder(life, thread)),
        stale
            ? FormerOwner.staleSince(file, matched, named(file, process), history)
            : Optional.empty(),
        Optional.of(nextBoot(file)));
  }

  private Optional<ThreadLife> thread(int number) {
    return history
        .threadOwner(number, now)
        .filter(seen -> seen.seen().equals(now) && seen.tgid() != number);
  }

  private Optional<Life> alive(int pid) {
    return history
        .processAt(pid, now)
        .filter(life -> life.aliveAfter(now.minusNanos(1)).isPresent());
  }

  private Named named(PidFileState file, Optional<Life> process) {
    return process
        .map(life -> Named.looking(life, now, file.path()))
        .orElseGet(
            () -> new Named(file.number(), now, Optional.empty(), Optional.empty(), Whose.UNCLEAR));
  }

  private Decision decide(PidFileState file, Matched matched, Life life, Optional<String> unit) {
    if (Life.isKernelThread(life.pid(), Optional.of(life), now)) {
      return Decision.of(State.STALE, "the number is a kernel thread's, which no signal ends");
    }
    Named named = Named.looking(life, now, file.path());
    boolean own = named.whose() == Whose.VICTIM || sameUnit(life, unit);
    if (clockSet(file, named)) {
      return undecided(matched, own, "the clock was set since the file was written");
    }
    return switch (Currency.of(file, matched, named, history)) {
      case VALID -> valid(file, life, unit, own);
      case STALE ->
          stale(matched, own, "the " + word(matched) + " began after the file was written");
      case STALE_BY_AGE -> stale(matched, own, "the file is older than this boot or the unit");
      case UNDECIDED ->
          undecided(matched, own, "nothing shows the file's age against the process's");
    };
  }

  /**
   * Start times are reckoned back by today's clock, while a file keeps the time of the clock that
   * wrote it: one that is older than the boot, where nothing outlives a boot, tells of two clocks.
   */
  private boolean clockSet(PidFileState file, Named named) {
    return PidFilePath.clearedAtBoot(file.path()) && Currency.beforeBoot(file, named, history);
  }

  /** A step of the clock makes a process seem younger than the file that it wrote. */
  private static Decision stale(Matched matched, boolean own, String reason) {
    return own && matched == Matched.PROCESS
        ? new Decision(
            Optional.empty(), reason + ", or the clock was set; by name or unit it is its own")
        : Decision.of(State.ARMED, reason);
  }

  private static String word(Matched matched) {
    return switch (matched) {
      case THREAD -> "thread";
      case PROCESS -> "process";
    };
  }

  private boolean sameUnit(Life life, Optional<String> unit) {
    return unit.isPresent() && unit.equals(life.unit(now));
  }

  private Decision valid(PidFileState file, Life life, Optional<String> unit, boolean own) {
    Optional<Life> inside =
        nested.stream()
            .filter(other -> other.namespacePids().contains(file.number()))
            .filter(other -> Whose.of(file.path(), other, now) == Whose.VICTIM)
            .findFirst();
    if (!own && inside.isPresent()) {
      return new Decision(
          Optional.empty(),
          "it may be the number that " + inside.get() + " has in its PID namespace");
    }
    if (!own && unit.isPresent() && life.unit(now).isPresent()) {
      return new Decision(
          Optional.empty(),
          "its process is older than the file, but of another unit than " + unit.get());
    }
    return Decision.of(
        State.VALID,
        own
            ? "the file was written after its process began, and bears its name"
            : "the file was written after its process began");
  }

  private static Decision undecided(Matched matched, boolean own, String why) {
    if (own) {
      return Decision.of(State.VALID, "by name it is the process's own");
    }
    return switch (matched) {
      case THREAD ->
          Decision.of(
              State.ARMED,
              "PID files name processes, and by name this thread's has no part in the file");
      case PROCESS -> new Decision(Optional.empty(), why);
    };
  }

  private Holder holder(Life life, Optional<ThreadLife> thread) {
    return new Holder(
        life.pid(),
        life.comm(now),
        life.exe(now),
        life.unit(now),
        life.started(),
        thread.map(its -> OptionalInt.of(its.tid())).orElse(OptionalInt.empty()),
        thread.flatMap(ThreadLife::comm));
  }

  private NextBoot nextBoot(PidFileState file) {
    boolean removed = PidFilePath.clearedAtBoot(file.path());
    return new NextBoot(
        removed,
        removed ? Optional.empty() : NumberOdds.of(file, now, history),
        removed ? OptionalInt.empty() : history.highestEarlyNumber());
  }
}
