package io.killtrail.reports.redact;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.List;

/** The processes with users that a fact names. */
final class Actors {
  private Actors() {}

  static List<Actor> of(Fact fact) {
    return switch (fact) {
      case SignalSent sent -> List.of(sent.sender());
      case ProcessSeen seen -> List.of(seen.process());
      case PidFileSeen seen -> List.of(seen.accessor());
      case UnitChanged changed ->
          changed.change() instanceof UnitChanged.Requested asked
              ? List.of(asked.client())
              : List.of();
      case ProcessExited exited -> List.of();
      case ThreadSeen seen -> List.of();
      case BootSeen seen -> List.of();
      case EvidenceGap gap -> List.of();
      case SerialsSeen seen -> List.of();
      case Configured set -> List.of();
    };
  }
}
