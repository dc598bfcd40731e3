package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Collision.Role;
import io.killtrail.analyzer.cases.Collision.Tids;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Processes with the numbers that they held. */
final class Holders {
  /** Threads that began within this time of each other are told together. */
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  /** No process is told in more pieces. */
  private static final int MOST = 64;

  private final HostHistory history;

  Holders(HostHistory history) {
    this.history = history;
  }

  /** This process with the threads it had then. */
  Holder of(Role role, Life life, Instant then) {
    return new Holder(
        role,
        life.pid(),
        life.comm(then),
        life.unit(then),
        life.begun(),
        life.first(),
        life.ended(),
        threads(life.pid(), then));
  }

  /** A process of which only the number is known. */
  static Holder unseen(Role role, int pid, Instant seen, Instant end) {
    return new Holder(
        role,
        pid,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        seen,
        Optional.of(end),
        List.of());
  }

  static Holder ended(Holder holder, Instant end) {
    return new Holder(
        holder.role(),
        holder.pid(),
        holder.comm(),
        holder.unit(),
        holder.from(),
        holder.seen(),
        Optional.of(end),
        holder.threads());
  }

  private List<Tids> threads(int pid, Instant then) {
    Map<Integer, Optional<Instant>> begun = new TreeMap<>();
    history
        .threadsOf(pid, then)
        .filter(thread -> thread.tid() != pid)
        .forEach(thread -> begun.putIfAbsent(thread.tid(), thread.started()));
    List<Tids> pieces = new ArrayList<>();
    begun.forEach((tid, from) -> add(tid, from, pieces));
    return pieces;
  }

  /** Beyond the most, the last piece takes all that follow. */
  private static void add(int tid, Optional<Instant> from, List<Tids> pieces) {
    Tids last = pieces.isEmpty() ? new Tids(tid, tid, from) : pieces.getLast();
    boolean follows = last.last() == tid - 1 && together(last.from(), from);
    if (!pieces.isEmpty() && (follows || pieces.size() == MOST)) {
      pieces.set(pieces.size() - 1, new Tids(last.first(), tid, last.from()));
    } else {
      pieces.add(new Tids(tid, tid, from));
    }
  }

  private static boolean together(Optional<Instant> one, Optional<Instant> other) {
    boolean known = one.isPresent() && other.isPresent();
    return known
        ? Duration.between(one.get(), other.get()).abs().compareTo(TOGETHER) <= 0
        : one.equals(other);
  }
}
