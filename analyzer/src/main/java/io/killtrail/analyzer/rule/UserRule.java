package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A person's login session. A login uid alone does not show that: cron opens sessions, and a daemon
 * that was started by hand keeps its starter's.
 */
final class UserRule implements Rule {
  /** Login uids from here on are people's (login.defs UID_MIN). */
  private static final long FIRST_PERSON = 1000;

  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isEmpty()
        || situation.byManager()
        || situation.deciding().get().toSelf()) {
      return Optional.empty();
    }
    Delivery deciding = situation.deciding().get();
    Actor sender = deciding.signal().sender();
    List<Life> ancestors = Senders.ancestors(deciding, situation.history());
    boolean session = sender.auid().isPresent() && sender.session().isPresent();
    if (!session
        || Senders.fromCron(ancestors, deciding.time())
        || Senders.ownHelper(deciding)
        || !handled(sender)) {
      return Optional.empty();
    }
    return Optional.of(verdict(situation, sender));
  }

  /** At a terminal, or with a tool or shell of a person's own session. */
  private static boolean handled(Actor sender) {
    boolean person = sender.auid().filter(UserRule::isPerson).isPresent();
    boolean byHand =
        Senders.isKillTool(sender) || Senders.isPlainShell(sender) || Senders.isScript(sender);
    return sender.tty().isPresent() || (person && byHand);
  }

  /** A login by name alone: whoever is not root. */
  private static boolean isPerson(UserId auid) {
    return auid.number().isPresent() ? auid.number().getAsLong() >= FIRST_PERSON : !auid.isRoot();
  }

  private static Verdict verdict(Situation situation, Actor sender) {
    String who = sender.auid().map(auid -> auid.name().orElse("uid " + auid.label())).orElse("?");
    return Verdict.of(Cause.USER, situation.link())
        .atMost(sender.tty().isPresent() ? Confidence.PROVEN : Confidence.LIKELY)
        .alternative(
            Cause.STALE_PID_FILE, "the signal came from " + who + "'s session, not from a daemon")
        .alternative(Cause.UNIT_STOP, "the sender is not the service manager")
        .build();
  }
}
