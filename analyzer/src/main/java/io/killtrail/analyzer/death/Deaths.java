package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.host.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds all deaths that the evidence of one host shows, or lets presume. */
public final class Deaths {
  private final UnitRuns runs;
  private final UnitLink units;

  /** Puts together what does not depend on signals: the runs of units. */
  public Deaths(HostFacts facts) {
    this.runs = UnitRuns.of(facts);
    this.units = new UnitLink(runs);
  }

  /** All runs of units, ended or not. */
  public List<UnitRun> runs() {
    return runs.all();
  }

  /** How long before the end of a unit's run the signal may have been that ended it, at most. */
  public Duration reach() {
    Duration longest = Windows.causeBefore();
    for (UnitRun run : runs.all()) {
      if (run.ended().isPresent() && run.holdsProcesses()) {
        Instant end = run.ended().get();
        Duration reach = Duration.between(runs.causeFrom(run, end), end);
        longest = reach.compareTo(longest) > 0 ? reach : longest;
      }
    }
    return longest;
  }

  /**
   * Those that these facts, with the signals of one window, show near it: deaths of units first,
   * then those of processes that no unit's end accounts for.
   */
  public List<Death> of(HostFacts facts, HostHistory history, Window window) {
    List<Delivery> deliveries = new Deliveries(history, units).of(facts.signals());
    List<Death> deaths = new ArrayList<>();
    Set<Delivery> accounted = Collections.newSetFromMap(new IdentityHashMap<>());
    UnitDeaths unitDeaths = new UnitDeaths(facts, history, runs, deliveries);
    for (UnitRun run : runs.all()) {
      if (unitDeaths.hit(run) || run.ended().filter(window::near).isPresent()) {
        unitDeaths
            .of(run)
            .ifPresent(
                death -> {
                  deaths.add(death);
                  accounted.addAll(death.deliveries());
                });
      }
    }
    List<Delivery> left =
        deliveries.stream().filter(delivery -> !accounted.contains(delivery)).toList();
    deaths.addAll(new ProcessDeaths(facts, history, runs, unitDeaths.accountedExits()).of(left));
    return Echoes.without(deaths);
  }
}
