package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.host.HostFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** All deaths that the evidence of one host shows, or lets presume. */
public final class Deaths {
  private final List<Death> deaths;
  private final List<UnitRun> runs;

  private Deaths(List<Death> deaths, List<UnitRun> runs) {
    this.deaths = deaths;
    this.runs = runs;
  }

  /** Finds them: those of units first, then those of processes that no unit's end accounts for. */
  public static Deaths of(HostFacts facts, HostHistory history) {
    UnitRuns runs = UnitRuns.of(facts);
    List<Delivery> deliveries = new Deliveries(history, new UnitLink(runs)).of(facts.signals());
    List<Death> deaths = new ArrayList<>();
    Set<Delivery> accounted = Collections.newSetFromMap(new IdentityHashMap<>());
    UnitDeaths unitDeaths = new UnitDeaths(facts, history, deliveries);
    for (UnitRun run : runs.all()) {
      unitDeaths
          .of(run)
          .ifPresent(
              death -> {
                deaths.add(death);
                accounted.addAll(death.deliveries());
              });
    }
    List<Delivery> left =
        deliveries.stream().filter(delivery -> !accounted.contains(delivery)).toList();
    deaths.addAll(new ProcessDeaths(facts, history, unitDeaths.accountedExits()).of(left));
    return new Deaths(Echoes.without(deaths), runs.all());
  }

  public List<Death> all() {
    return deaths;
  }

  /** All runs of units, ended or not. */
  public List<UnitRun> runs() {
    return runs;
  }
}
