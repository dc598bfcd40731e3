package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.rule.Coverage;
import io.killtrail.analyzer.rule.SignalLog;
import io.killtrail.ingest.fact.SignalSent;
import java.util.List;
import java.util.Optional;

/** Signals by way of a stale PID file that ended nobody this time. */
final class NearMisses {
  NearMisses(Optional<String> host, HostHistory history, SignalLog signals, Coverage coverage) {}

  List<NearMiss> of(List<SignalSent> signals) {
    return List.of();
  }
}
