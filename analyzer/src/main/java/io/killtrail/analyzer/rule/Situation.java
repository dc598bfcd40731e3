package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.death.Windows;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that rules look at: one death among the evidence of its host.
 *
 * @param signals the host's probes, and what follows a signal
 * @param coverage what the evidence would have shown
 */
public record Situation(Death death, HostHistory history, SignalLog signals, Coverage coverage) {

  Optional<Delivery> deciding() {
    return death.deciding();
  }

  /** When the deciding signal was sent, else when it ended. */
  public Instant time() {
    return deciding().map(Delivery::time).orElse(death.time());
  }

  Optional<UnitRun> run() {
    return death.run();
  }

  boolean byManager() {
    return deciding().map(Delivery::byManager).orElse(false);
  }

  /** Whether the manager had begun a stop or restart job when the deciding signal was sent. */
  boolean inStopJob() {
    return run()
        .flatMap(UnitRun::stopping)
        .map(line -> !line.provenance().time().isAfter(time().plus(Windows.MANAGER_LINE)))
        .orElse(false);
  }

  /** The manager's line about a time limit in one of these states. */
  Optional<UnitChanged> timedOut(Predicate<String> state) {
    return run()
        .flatMap(
            run ->
                run.all(UnitChanged.TimedOut.class)
                    .filter(line -> state.test(((UnitChanged.TimedOut) line.change()).state()))
                    .findFirst());
  }

  /** How sure it is that the deciding signal ended this victim, whatever its reason. */
  Confidence link() {
    if (!death.confirmed()) {
      return Confidence.LIKELY;
    }
    if (deciding().isEmpty()) {
      return Confidence.PROVEN;
    }
    boolean rivals =
        death.deliveries().stream()
            .anyMatch(
                other ->
                    other.number() == deciding().get().number()
                        && !other.senderPid().equals(deciding().get().senderPid())
                        && !other.toSelf()
                        && other.victimPid() == deciding().get().victimPid());
    boolean passedOn =
        !byManager()
            && death.mainPid().orElse(deciding().get().victimPid()) != deciding().get().victimPid();
    boolean shown =
        deciding().get().exact()
            && death.statusTellsSignal()
            && !deciding().get().runInferred()
            && !passedOn;
    return shown && !rivals ? Confidence.PROVEN : Confidence.LIKELY;
  }
}
