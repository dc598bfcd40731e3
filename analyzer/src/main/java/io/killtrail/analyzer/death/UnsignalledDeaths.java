package io.killtrail.analyzer.death;

import io.killtrail.analyzer.cases.Exit;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults, out of memory, core dumps of processes that nobody signalled. */
final class UnsignalledDeaths {
  /** systemd-coredump may take so long before it says so (systemd-coredump@.service). */
  private static final Duration LONGEST_DUMP = Duration.ofMinutes(5);

  private final HostHistory history;
  private final List<ProcessExited> witnessed = new ArrayList<>();

  UnsignalledDeaths(List<ProcessExited> exits, HostHistory history) {
    this.history = history;
    for (ProcessExited exit : exits) {
      if (exit.pid().isPresent() && exit.witness() != Witness.EXIT_CALL) {
        witnessed.add(exit);
      }
    }
  }

  /** All but those of these exits, and those that other records show once more. */
  List<Death> besides(Set<ProcessExited> told) {
    Map<Integer, ProcessExited> firstOfDeath = new HashMap<>();
    List<Death> deaths = new ArrayList<>();
    for (ProcessExited exit : witnessed) {
      int pid = exit.pid().orElseThrow();
      ProcessExited before = firstOfDeath.get(pid);
      if (before == null || !sameDeath(before, exit)) {
        firstOfDeath.put(pid, exit);
        if (!told.contains(exit)) {
          deaths.add(death(exit));
        }
      }
    }
    return deaths;
  }

  /** A number can die again: in the next boot, or when another process has got it. */
  private boolean sameDeath(ProcessExited before, ProcessExited exit) {
    Instant time = exit.provenance().time();
    boolean dumpOfIt = exit.witness() == Witness.COREDUMP && before.witness() != Witness.COREDUMP;
    Duration apart = Duration.between(before.provenance().time(), time);
    return apart.compareTo(dumpOfIt ? LONGEST_DUMP : Windows.SAME_EVENT) <= 0
        && history.sameBoot(before.provenance().time(), time);
  }

  private static Death death(ProcessExited exit) {
    return new Death(
        Optional.empty(),
        exit.pid(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Exit(exit.how(), exit.status(), Optional.empty()),
        List.of(exit),
        exit.provenance().time());
  }
}
