package io.killtrail.analyzer.death;

import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.FactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deaths of processes that one act caused, as one: one call that hit several, or the calls, one for
 * each process, with which the service manager stops or signals a unit.
 */
final class Acts {
  private final Map<FactId, List<Death>> byCall = new LinkedHashMap<>();
  private final Map<String, List<UnitAct>> byManager = new LinkedHashMap<>();

  /** What the manager does to a unit in one go, from its first signal on. */
  private record UnitAct(Instant begun, List<Death> victims) {
    boolean goesOn(Instant time) {
      return Duration.between(begun, time).abs().compareTo(Windows.MANAGER_LINE) <= 0;
    }
  }

  /** Takes a death that has a deciding signal. */
  void add(Death death) {
    Delivery deciding = death.deciding().orElseThrow();
    Optional<String> unit = deciding.byManager() ? unit(deciding) : Optional.empty();
    if (unit.isPresent()) {
      add(death, unit.get());
    } else {
      byCall
          .computeIfAbsent(deciding.signal().provenance().id(), none -> new ArrayList<>())
          .add(death);
    }
  }

  private static Optional<String> unit(Delivery deciding) {
    return deciding
        .run()
        .map(UnitRun::unit)
        .or(() -> deciding.victim().flatMap(life -> life.unit(deciding.time())));
  }

  private void add(Death death, String unit) {
    Instant begun =
        death.stages().stream().findFirst().or(death::deciding).map(Delivery::time).orElseThrow();
    List<UnitAct> ofUnit = byManager.computeIfAbsent(unit, none -> new ArrayList<>(1));
    if (ofUnit.isEmpty() || !ofUnit.getLast().goesOn(begun)) {
      ofUnit.add(new UnitAct(begun, new ArrayList<>(1)));
    }
    ofUnit.getLast().victims().add(death);
  }

  /** The deaths, one for each act. */
  List<Death> all() {
    List<Death> deaths = new ArrayList<>();
    // The kernel writes the first-signalled of a call last.
    byCall.values().forEach(victims -> deaths.add(one(victims.getLast(), victims.reversed())));
    byManager.values().stream()
        .flatMap(List::stream)
        .forEach(act -> deaths.add(one(main(act.victims()), act.victims())));
    return deaths;
  }

  /** The one whose end is recorded, else the one that may be the unit's main process. */
  private static Death main(List<Death> victims) {
    return victims.stream()
        .min(
            Comparator.comparing((Death death) -> !death.confirmed())
                .thenComparing(death -> !Life.mayBeMain(death.main(), death.time())))
        .orElseThrow();
  }

  private static Death one(Death main, List<Death> victims) {
    List<Delivery> all = new ArrayList<>();
    for (Death victim : victims) {
      victim.deciding().ifPresent(all::add);
    }
    main.deliveries().stream().filter(one -> !all.contains(one)).forEach(all::add);
    return new Death(
        main.run(),
        main.mainPid(),
        main.main(),
        all,
        main.deciding(),
        main.exit(),
        main.exits(),
        main.time());
  }
}
