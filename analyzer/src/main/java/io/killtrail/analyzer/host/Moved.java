package io.killtrail.analyzer.host;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;

/** The same fact at another time, or from another source. */
public final class Moved {
  private Moved() {}

  static Fact by(Fact fact, Duration offset) {
    return with(fact, move(fact.provenance(), offset));
  }

  /** The same fact with this provenance. */
  public static Fact with(Fact fact, Provenance then) {
    return switch (fact) {
      case SignalSent f ->
          new SignalSent(
              then,
              f.call(),
              f.arch(),
              f.addressed(),
              f.signal(),
              f.errno(),
              f.sender(),
              f.targets(),
              f.key());
      case ProcessExited f ->
          new ProcessExited(
              then, f.witness(), f.pid(), f.comm(), f.exe(), f.unit(), f.how(), f.status());
      case UnitChanged f ->
          new UnitChanged(then, f.unit(), f.description(), f.invocation(), f.witness(), f.change());
      case ProcessSeen f ->
          new ProcessSeen(then, f.by(), f.process(), f.started(), f.unit(), f.namespacePids());
      case ThreadSeen f -> new ThreadSeen(then, f.tid(), f.tgid(), f.comm(), f.started());
      case PidFileSeen f ->
          new PidFileSeen(
              then, f.by(), f.path(), f.number(), f.modified(), f.inode(), f.accessor());
      case BootSeen f -> new BootSeen(then, f.sign(), f.started());
      case EvidenceGap f ->
          new EvidenceGap(then, f.problem(), f.from(), f.to(), f.lost(), f.detail());
      case SerialsSeen f -> new SerialsSeen(then, f.runs()); // all forms with serials are dated
      case Configured f -> new Configured(then, f.item());
    };
  }

  private static Provenance move(Provenance from, Duration offset) {
    return new Provenance(
        from.id(),
        from.time().plus(offset),
        from.form(),
        from.node(),
        from.bootId(),
        from.serial(),
        from.raw());
  }
}
