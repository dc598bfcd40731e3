package io.killtrail.analyzer;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;

/** Signals as auditd writes them without {@code log_format=ENRICHED}: users are numbers only. */
final class Unnamed {
  private Unnamed() {}

  static Fact of(Fact fact) {
    return fact instanceof SignalSent sent && sent.provenance().form() == SourceForm.AUDIT_ENRICHED
        ? new SignalSent(
            raw(sent.provenance()),
            sent.call(),
            sent.arch(),
            sent.addressed(),
            sent.signal(),
            sent.errno(),
            raw(sent.sender()),
            sent.targets(),
            sent.key())
        : fact;
  }

  private static Provenance raw(Provenance from) {
    return new Provenance(
        from.id(),
        from.time(),
        SourceForm.AUDIT_RAW,
        from.node(),
        from.bootId(),
        from.serial(),
        from.raw());
  }

  private static Actor raw(Actor actor) {
    return new Actor(
        actor.pid(),
        actor.ppid(),
        actor.comm(),
        actor.exe(),
        actor.command(),
        actor.auid().map(Unnamed::raw),
        actor.uid().map(Unnamed::raw),
        actor.euid().map(Unnamed::raw),
        actor.tty(),
        actor.session(),
        actor.subject());
  }

  private static UserId raw(UserId user) {
    return user.number().isPresent()
        ? new UserId(user.number().getAsLong(), Optional.empty())
        : user;
  }
}
