package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Signal;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.Windows;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.PidFileState;
import io.killtrail.analyzer.rule.Parties;
import io.killtrail.analyzer.rule.StaleUse;
import io.killtrail.analyzer.rule.Telling;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Signals by way of a stale PID file that ended nobody this time: probes of a foreign process that
 * no deadly signal followed, and deadly ones that were refused, found nobody or were survived.
 */
final class NearMisses {
  private static final int ESRCH = 3;

  private final Optional<String> host;
  private final HostHistory history;
  private final StaleUse staleUse;

  NearMisses(Optional<String> host, HostHistory history, StaleUse staleUse) {
    this.host = host;
    this.history = history;
    this.staleUse = staleUse;
  }

  /**
   * Those among these signals.
   *
   * @param told the signals that have a part in a death
   */
  List<NearMiss> of(List<SignalSent> signals, Set<FactId> told) {
    List<NearMiss> misses = new ArrayList<>();
    for (SignalSent signal : signals) {
      if (signal.addressed() instanceof Addressed.Task task
          && (missed(signal) || (survived(signal) && !told.contains(signal.provenance().id())))) {
        judge(signal, task.number()).ifPresent(misses::add);
      }
    }
    return misses;
  }

  private static boolean missed(SignalSent signal) {
    boolean probe = signal.signal().orElse(-1) == 0 && signal.succeeded();
    boolean refused = signal.signal().orElse(0) > 0 && signal.errno().orElse(0) != 0;
    return probe || refused;
  }

  private boolean survived(SignalSent signal) {
    Instant time = signal.provenance().time();
    return signal.succeeded()
        && Signals.fatalByDefault(signal.signal().orElse(0))
        && signal.targets().size() == 1
        && history
            .processAt(signal.targets().getFirst().opid(), time)
            .flatMap(life -> life.aliveAfter(time.plus(Windows.SURVIVED)))
            .isPresent();
  }

  private Optional<NearMiss> judge(SignalSent signal, int number) {
    if (history.pidFilesHolding(number, signal.provenance().time()).isEmpty()) {
      return Optional.empty();
    }
    SignalTarget target =
        signal.targets().isEmpty() ? SignalTarget.of(number) : signal.targets().getFirst();
    Delivery attempt =
        new Delivery(
            signal,
            target,
            history.processAt(target.opid(), signal.provenance().time()),
            history.callerOf(signal),
            Optional.empty(),
            true);
    return staleUse.of(attempt).map(file -> miss(attempt, number, file));
  }

  private NearMiss miss(Delivery attempt, int number, PidFileState file) {
    SignalSent signal = attempt.signal();
    boolean thread = attempt.victimPid() != number;
    NearMiss.Result result = result(signal);
    return new NearMiss(
        host,
        signal.provenance().time(),
        Parties.sender(attempt, history),
        new Signal(signal.signal().orElse(0)),
        new Target(thread ? Target.Kind.THREAD : Target.Kind.PROCESS, OptionalInt.of(number)),
        result,
        new PidFile(
            Optional.of(file.path()),
            OptionalInt.of(file.number()),
            file.modified(),
            Optional.empty(),
            thread ? PidFile.Matched.THREAD : PidFile.Matched.PROCESS,
            Optional.empty()),
        Telling.name(signal.sender())
            + words(result)
            + number
            + " out of the stale PID file "
            + file.path());
  }

  private static NearMiss.Result result(SignalSent signal) {
    if (signal.succeeded()) {
      return signal.signal().orElse(0) == 0 ? NearMiss.Result.PROBE : NearMiss.Result.SURVIVED;
    }
    return signal.errno().orElse(0) == ESRCH ? NearMiss.Result.MISSED : NearMiss.Result.DENIED;
  }

  private static String words(NearMiss.Result result) {
    return switch (result) {
      case PROBE -> " probed ";
      case DENIED -> " was refused to signal ";
      case MISSED -> " found nobody at ";
      case SURVIVED -> " signalled, without ending it, ";
    };
  }
}
