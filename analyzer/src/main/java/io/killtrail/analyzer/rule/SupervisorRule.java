package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.SignalSent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An ancestor of the victim other than the manager: a wrapper, relay, timeout, or a daemon's own.
 */
final class SupervisorRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isEmpty()
        || situation.byManager()
        || situation.deciding().get().toSelf()) {
      return Optional.empty();
    }
    Delivery deciding = situation.deciding().get();
    Optional<Life> parent = ancestor(deciding, situation);
    if (parent.isPresent()) {
      return Optional.of(
          verdict(deciding, situation, situation.link())
              .evidence(Telling.life(parent.get(), deciding.time()))
              .build());
    }
    if (Senders.ownHelper(deciding)) {
      return Optional.of(verdict(deciding, situation, Confidence.LIKELY).expected(true).build());
    }
    Optional<SignalSent> group = situation.signals().sameGroup(deciding);
    return group
        .filter(signal -> runsVictim(deciding))
        .map(
            signal ->
                verdict(deciding, situation, Confidence.LIKELY)
                    .evidence(Telling.signal(signal))
                    .build());
  }

  private static Optional<Life> ancestor(Delivery deciding, Situation situation) {
    Instant time = deciding.time();
    List<Life> above =
        deciding
            .victim()
            .map(life -> Senders.ancestors(life, time, situation.history()))
            .orElse(List.of());
    int sender = deciding.senderPid().orElse(-1);
    Optional<Life> found = above.stream().filter(life -> life.pid() == sender).findFirst();
    boolean direct =
        deciding.victim().map(life -> life.ppid(time).orElse(-1) == sender).orElse(false);
    return found.isPresent() || !direct ? found : deciding.sender();
  }

  /** A sender that names the victim in its own command line and shares its process group. */
  private static boolean runsVictim(Delivery deciding) {
    Optional<String> victim = deciding.target().ocomm();
    Optional<String> command = deciding.signal().sender().command();
    return victim.isPresent() && command.isPresent() && command.get().contains(victim.get());
  }

  private static Verdict.Builder verdict(
      Delivery deciding, Situation situation, Confidence confidence) {
    Optional<SignalSent> relayed = situation.signals().relayed(deciding);
    Verdict.Builder verdict =
        Verdict.of(Cause.SUPERVISOR, confidence)
            .expected(expected(deciding, relayed, situation))
            .origin(relayed.map(signal -> Parties.sender(signal, situation.history())))
            .alternative(Cause.OTHER_PROCESS, "the sender is the victim's parent or ran it");
    relayed.ifPresent(signal -> verdict.evidence(Telling.signal(signal)));
    return verdict;
  }

  /** A relay is expected as what it relays: the manager's wish, or that of its own unit. */
  private static boolean expected(
      Delivery deciding, Optional<SignalSent> relayed, Situation situation) {
    Optional<Life> first =
        relayed.isPresent() ? relayed.flatMap(situation.history()::callerOf) : deciding.sender();
    boolean wished =
        relayed.filter(SignalSent::byManager).isPresent()
            && situation.timedOut(state -> true).isEmpty();
    return wished || withinHealthyUnit(deciding, first);
  }

  /** Both in one unit that neither failed nor restarted. */
  private static boolean withinHealthyUnit(Delivery deciding, Optional<Life> sender) {
    Optional<String> mine = deciding.victim().flatMap(life -> life.unit(deciding.time()));
    Optional<String> senders = sender.flatMap(life -> life.unit(deciding.time()));
    boolean failed = deciding.run().map(UnitRun::failed).orElse(false);
    return mine.isPresent() && mine.equals(senders) && !failed;
  }
}
