package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.PidFileState;
import java.util.Optional;

/** Tells for any signal, deadly or not, whether its sender acted on a stale PID file. */
public final class StaleUse {
  private final HostHistory history;
  private final SignalLog signals;

  public StaleUse(HostHistory history, SignalLog signals) {
    this.history = history;
    this.signals = signals;
  }

  /**
   * The stale PID file by way of which this was sent. A file whose process is gone, so that nobody
   * was found, is stale too.
   */
  public Optional<PidFileState> of(Delivery attempt) {
    boolean nobody = attempt.signal().targets().isEmpty();
    return PidFileUse.of(attempt, history, signals)
        .filter(use -> use.senderActsOnFiles(attempt.signal().sender()))
        .filter(use -> nobody || use.stale())
        .filter(use -> use.matched() == PidFile.Matched.PROCESS || threadOfVictim(use, attempt))
        .filter(use -> nobody || survived(attempt) || signals.deadlyAfter(attempt).isEmpty())
        .map(PidFileUse::file);
  }

  /** A deadly one that was delivered has no other one to tell it. */
  private static boolean survived(Delivery attempt) {
    return attempt.signal().succeeded() && attempt.number() > 0;
  }

  private boolean threadOfVictim(PidFileUse use, Delivery attempt) {
    return history.threadOf(use.file().number(), attempt.victimPid(), attempt.time()).isPresent();
  }
}
