package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.rule.Addressing;
import io.killtrail.analyzer.rule.Collisions;
import io.killtrail.analyzer.rule.Parties;
import io.killtrail.analyzer.rule.Telling;
import io.killtrail.analyzer.rule.Verdict;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.ProcessExited;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Deaths with their verdicts as cases. */
final class CaseWriter {
  private final Optional<String> host;
  private final HostHistory history;

  CaseWriter(Optional<String> host, HostHistory history) {
    this.host = host;
    this.history = history;
  }

  Case write(Death death, Verdict verdict) {
    Instant time = death.deciding().map(Delivery::time).orElse(death.time());
    List<Victim> victims = victims(death);
    Optional<Party> sender = sender(death, verdict);
    Optional<Target> target =
        death.deciding().map(deciding -> Addressing.of(deciding, history).target());
    return new Case(
        id(death),
        List.of(),
        host,
        history.bootAt(time).id(),
        time,
        verdict.cause(),
        Flags.of(verdict, death),
        verdict.expected(),
        verdict.confidence(),
        victims.getFirst(),
        victims,
        sender,
        verdict.requester(),
        verdict.origin(),
        death.deciding().map(deciding -> new Signal(deciding.number())),
        target,
        verdict.pidFile(),
        death.exit(),
        verdict.limit(),
        new Sentence(death, verdict, victims, sender, target).text(),
        evidence(death, verdict),
        verdict.alternatives(),
        verdict.advice(),
        Optional.empty(),
        Collisions.of(death, verdict, history));
  }

  /** Who died, so far as that is known before it is judged. */
  Deceased deceased(Death death) {
    return new Deceased(
        id(death),
        host,
        death.told(),
        victims(death),
        death.deciding().map(Delivery::senderPid).orElse(OptionalInt.empty()));
  }

  /** The manager is the sender of what only its own lines show. */
  private Optional<Party> sender(Death death, Verdict verdict) {
    if (death.deciding().isPresent()) {
      return death.deciding().map(deciding -> Parties.sender(deciding, history));
    }
    boolean byManager =
        switch (verdict.cause()) {
          case MANAGER_KILL, MANAGER_LIMIT, SHUTDOWN, STOP_TIMEOUT, UNIT_STOP -> true;
          case STALE_PID_FILE,
              USER,
              SUPERVISOR,
              VALID_PID_FILE,
              SELF,
              OTHER_PROCESS,
              KERNEL,
              OWN_EXIT,
              UNKNOWN ->
              false;
        };
    return byManager ? Optional.of(Parties.manager(death.time(), history)) : Optional.empty();
  }

  private String id(Death death) {
    String decisive =
        death
            .deciding()
            .map(deciding -> deciding.signal().provenance().id())
            .or(() -> death.exits().stream().findFirst().map(exit -> exit.provenance().id()))
            .or(() -> death.run().flatMap(UnitRun::result).map(line -> line.provenance().id()))
            .map(FactId::text)
            .orElse(death.time().toString());
    return CaseId.of(host, decisive);
  }

  private List<Victim> victims(Death death) {
    Map<Integer, Victim> victims = new LinkedHashMap<>();
    boolean named = death.deciding().map(Delivery::targetRecorded).orElse(true);
    if (!named && death.main().isEmpty()) {
      // Only a number is known, and that may have been a thread's or another namespace's.
      return List.of(Victim.UNKNOWN);
    }
    victims.put(death.mainPid().orElse(-1), main(death));
    for (Delivery delivery : death.deliveries()) {
      if (partOfAct(delivery, death)) {
        victims.putIfAbsent(delivery.victimPid(), victim(delivery, death));
      }
    }
    return List.copyOf(victims.values());
  }

  /** Everybody whom the deciding call hit, or the manager in the same stop. */
  private static boolean partOfAct(Delivery delivery, Death death) {
    return death
        .deciding()
        .map(
            deciding ->
                deciding.signal().provenance().id().equals(delivery.signal().provenance().id())
                    || (deciding.byManager() && delivery.byManager()))
        .orElse(death.run().isPresent() && delivery.byManager());
  }

  private Victim main(Death death) {
    Optional<Delivery> hit =
        death.deliveries().stream()
            .filter(delivery -> delivery.victimPid() == death.mainPid().orElse(-1))
            .findFirst();
    Instant time = hit.map(Delivery::time).orElse(death.time());
    Optional<Life> life = death.main();
    Optional<String> unit = death.run().map(UnitRun::unit);
    return new Victim(
        death.mainPid(),
        life.flatMap(known -> known.comm(time))
            .or(() -> hit.flatMap(this::processName))
            .or(() -> ofMain(death).flatMap(exit -> exit.comm().stream()).findFirst()),
        life.flatMap(known -> known.exe(time))
            .or(() -> ofMain(death).flatMap(exit -> exit.exe().stream()).findFirst()),
        unit.or(() -> life.flatMap(known -> known.unit(time)))
            .or(() -> ofMain(death).flatMap(exit -> exit.unit().stream()).findFirst()),
        chain(life, time));
  }

  /** The records of the main victim's end, not of what ended with it. */
  private static Stream<ProcessExited> ofMain(Death death) {
    return death.exits().stream().filter(exit -> exit.pid().equals(death.mainPid()));
  }

  private Victim victim(Delivery delivery, Death death) {
    Optional<Life> life = delivery.victim();
    return new Victim(
        OptionalInt.of(delivery.victimPid()),
        life.flatMap(known -> known.comm(delivery.time())).or(() -> processName(delivery)),
        life.flatMap(known -> known.exe(delivery.time())),
        delivery.run().map(UnitRun::unit).or(() -> death.run().map(UnitRun::unit)),
        chain(life, delivery.time()));
  }

  private List<String> chain(Optional<Life> life, Instant time) {
    return life.map(known -> Parties.chain(known, time, history)).orElse(List.of());
  }

  /** OBJ_PID gives the name of the addressed thread, which need not be the process's. */
  private Optional<String> processName(Delivery delivery) {
    return Addressing.of(delivery, history).target().addressed() == Target.Kind.THREAD
            && delivery.signal().addressed() instanceof Addressed.Task
        ? Optional.empty()
        : delivery.target().ocomm();
  }

  /**
   * The deciding signal and its stages, what the rule names, the end; in order of time, each record
   * once.
   */
  private static List<Evidence> evidence(Death death, Verdict verdict) {
    List<Evidence> all = new ArrayList<>();
    death.deciding().ifPresent(deciding -> all.add(Telling.signal(deciding.signal())));
    death.stages().forEach(stage -> all.add(Telling.signal(stage.signal())));
    all.addAll(verdict.evidence());
    death.exits().forEach(exit -> all.add(Telling.exit(exit)));
    death.run().flatMap(UnitRun::result).ifPresent(line -> all.add(Telling.change(line)));
    Map<String, Evidence> once = new LinkedHashMap<>();
    all.forEach(item -> once.putIfAbsent(item.ref() + item.says(), item));
    return once.values().stream()
        .sorted(Comparator.comparing(Evidence::at).thenComparing(Evidence::ref))
        .toList();
  }
}
