package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.death.Windows;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.util.Optional;

/** {@code systemctl kill}: the manager signals on a client's request, without a stop job. */
final class ManagerKillRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isEmpty()) {
      return situation
          .death()
          .requested()
          .map(
              line -> verdict(situation, Confidence.LIKELY).evidence(Telling.change(line)).build());
    }
    if (!situation.byManager()) {
      return Optional.empty();
    }
    Delivery deciding = situation.deciding().orElseThrow();
    Optional<UnitChanged> said =
        situation
            .run()
            .flatMap(
                run ->
                    run.all(UnitChanged.ClientSignal.class)
                        .filter(line -> sameAct(line, deciding))
                        .findFirst());
    if (said.isPresent()) {
      return Optional.of(
          verdict(situation, situation.link()).evidence(Telling.change(said.get())).build());
    }
    return withoutJob(situation, deciding)
        ? Optional.of(verdict(situation, Confidence.LIKELY).build())
        : Optional.empty();
  }

  private static Verdict.Builder verdict(Situation situation, Confidence confidence) {
    Verdict.Builder verdict =
        Verdict.of(Cause.MANAGER_KILL, confidence)
            .expected(true)
            .alternative(Cause.UNIT_STOP, "no stop job was running");
    Requesters.ofKill(situation, verdict);
    return verdict;
  }

  private static boolean sameAct(UnitChanged line, Delivery deciding) {
    UnitChanged.ClientSignal signal = (UnitChanged.ClientSignal) line.change();
    Duration apart = Duration.between(line.provenance().time(), deciding.time()).abs();
    return signal.signal() == deciding.number() && apart.compareTo(Windows.MANAGER_LINE) <= 0;
  }

  /**
   * Before v247 the manager says nothing of it. But it follows the SIGTERM of a stop by SIGCONT,
   * and that of a client's request not.
   */
  private static boolean withoutJob(Situation situation, Delivery deciding) {
    return deciding.number() == Signals.TERM
        && !situation.inStopJob()
        && situation.run().filter(UnitRun::ranOut).isEmpty()
        && situation.signals().continueAfter(deciding).isEmpty();
  }
}
