package io.killtrail.analyzer;

import io.killtrail.analyzer.cases.Victim;
import io.killtrail.analyzer.correlate.Deceased;
import io.killtrail.analyzer.correlate.Question;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.Window;
import io.killtrail.ingest.fact.ThreadSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Whose deaths are asked about. */
public sealed interface CaseQuestion extends Question {
  /** A death may be stamped so long before the signal that caused it. */
  Duration BEFORE = Duration.ofMinutes(1);

  /** Those of a unit, by its full name: its main process, or others of its processes. */
  record OfUnit(String unit) implements CaseQuestion {
    @Override
    public boolean asksFor(Deceased deceased, HostHistory history) {
      return deceased.victims().stream().map(Victim::unit).anyMatch(Optional.of(unit)::equals);
    }

    /** In a window during which the unit ran; a unit without known runs may have died anywhen. */
    @Override
    public boolean mayBeIn(Window window, List<UnitRun> runs, Duration reach) {
      List<UnitRun> own = runs.stream().filter(run -> run.unit().equals(unit)).toList();
      return own.isEmpty() || own.stream().anyMatch(run -> meets(run, window, reach));
    }

    private static boolean meets(UnitRun run, Window window, Duration reach) {
      boolean over = run.ended().filter(end -> !end.plus(reach).isAfter(window.from())).isPresent();
      boolean toCome =
          run.started().filter(start -> !start.minus(BEFORE).isBefore(window.to())).isPresent();
      return !over && !toCome;
    }
  }

  /**
   * Those of a process id: as victim, as the thread of a victim, or as sender of the signal.
   *
   * @param asThread where it was seen as a thread
   * @param seen when facts name it, or the process whose thread it was; empty where that is not
   *     known
   */
  record OfPid(int pid, List<ThreadSeen> asThread, NavigableSet<Instant> seen)
      implements CaseQuestion {
    public OfPid {
      asThread = List.copyOf(asThread);
      seen = new TreeSet<>(seen);
    }

    @Override
    public boolean asksFor(Deceased deceased, HostHistory history) {
      return deceased.sender().equals(OptionalInt.of(pid))
          || deceased.victims().stream().anyMatch(victim -> is(victim, pid))
          || asThread.stream().anyMatch(thread -> ended(thread, deceased, history));
    }

    private static boolean is(Victim victim, int pid) {
      return victim.pid().equals(OptionalInt.of(pid));
    }

    private static boolean ended(ThreadSeen thread, Deceased deceased, HostHistory history) {
      return deceased.victims().stream().anyMatch(victim -> is(victim, thread.tgid()))
          && history.sameBoot(thread.provenance().time(), deceased.time());
    }

    /** Units' ends are told without a process id. */
    @Override
    public boolean mayBeIn(Window window, List<UnitRun> runs, Duration reach) {
      return seen.isEmpty()
          || holdsAny(window, seen, reach)
          || runs.stream().anyMatch(run -> ends(run, window));
    }

    private static boolean ends(UnitRun run, Window window) {
      return run.ended().filter(window::tells).isPresent();
    }
  }

  /**
   * The one with this id, or those whose ids begin so.
   *
   * @param decided when facts happened that could decide such a case; empty where none is known
   */
  record OfCase(String beginning, NavigableSet<Instant> decided) implements CaseQuestion {
    public OfCase {
      decided = new TreeSet<>(decided);
    }

    @Override
    public boolean asksFor(Deceased deceased, HostHistory history) {
      return deceased.caseId().startsWith(beginning);
    }

    @Override
    public boolean mayBeIn(Window window, List<UnitRun> runs, Duration reach) {
      return decided.isEmpty() || holdsAny(window, decided, reach);
    }
  }

  /** Whether what is told in this window may be due to something at one of these times. */
  private static boolean holdsAny(Window window, NavigableSet<Instant> times, Duration reach) {
    Instant from = window.from().equals(Instant.MIN) ? Instant.MIN : window.from().minus(reach);
    Instant to = window.to().equals(Instant.MAX) ? Instant.MAX : window.to().plus(BEFORE);
    return !times.subSet(from, true, to, true).isEmpty();
  }
}
