package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.recording.PidFileWatch;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.SignalSent;
import java.util.Optional;
import java.util.OptionalInt;

/** The sender acted on a number in a PID file that no longer named its process. */
final class StalePidFileRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isEmpty()
        || situation.byManager()
        || situation.deciding().get().toSelf()) {
      return Optional.empty();
    }
    Optional<PidFileUse> use = PidFileUse.of(situation);
    return use.isPresent()
        ? use.flatMap(found -> byFile(found, situation))
        : UnseenPidFile.stale(situation).map(file -> unseen(file, situation));
  }

  private static Optional<Verdict> byFile(PidFileUse use, Situation situation) {
    Delivery deciding = situation.deciding().orElseThrow();
    Addressing addressing = Addressing.of(deciding, situation.history());
    if (!use.stale()
        || addressing.target().addressed() == Target.Kind.NAMESPACE
        || !use.senderActsOnFiles(deciding.signal().sender())) {
      return Optional.empty();
    }
    Verdict.Builder verdict =
        Verdict.of(Cause.STALE_PID_FILE, use.confidence(addressing.confidence()))
            .atMost(situation.death().confirmed() ? Confidence.PROVEN : Confidence.LIKELY)
            .atMost(
                deciding.runInferred() || !deciding.exact() ? Confidence.LIKELY : Confidence.PROVEN)
            .pidFile(file(use, situation))
            .evidence(Telling.pidFile(use.file()))
            .evidence(addressing.evidence());
    if (use.matched() == PidFile.Matched.PROCESS) {
      deciding.victim().ifPresent(life -> verdict.evidence(Telling.life(life, deciding.time())));
    }
    FormerOwner.of(use.file(), Named.by(deciding, use.file().path()), situation.history())
        .ifPresent(life -> verdict.evidence(Telling.owner(life, use.file())));
    probe(deciding, situation).ifPresent(probe -> verdict.evidence(Telling.signal(probe)));
    ruledOut(verdict, deciding);
    verdict.alternative(Cause.VALID_PID_FILE, notValid(use));
    StaleAdvice.give(verdict, deciding, situation.history());
    return Optional.of(verdict.build());
  }

  private static Optional<SignalSent> probe(Delivery deciding, Situation situation) {
    return situation.signals().probeBefore(deciding);
  }

  private static PidFile file(PidFileUse use, Situation situation) {
    return new PidFile(
        Optional.of(use.file().path()),
        OptionalInt.of(use.file().number()),
        use.file().modified(),
        FormerOwner.staleSince(
            use.file(),
            use.matched(),
            Named.by(situation.deciding().orElseThrow(), use.file().path()),
            situation.history()),
        use.matched(),
        NumberOdds.of(use.file(), situation.time(), situation.history()));
  }

  private static Verdict unseen(PidFile file, Situation situation) {
    Delivery deciding = situation.deciding().orElseThrow();
    Verdict.Builder verdict =
        Verdict.of(Cause.STALE_PID_FILE, Confidence.LIKELY)
            .pidFile(file)
            .evidence(Addressing.of(deciding, situation.history()).evidence());
    UnseenPidFile.read(deciding, situation.history())
        .ifPresent(access -> verdict.evidence(Telling.read(access)));
    probe(deciding, situation).ifPresent(probe -> verdict.evidence(Telling.signal(probe)));
    verdict.alternative(
        Cause.OTHER_PROCESS,
        "no snapshot shows the file: a snapshot of PID files before the signal would have proved it");
    if (UnseenPidFile.read(deciding, situation.history()).isEmpty()) {
      file.path()
          .filter(PidFileWatch::canWatch)
          .map(path -> new PidFileWatch(path).advice())
          .ifPresent(verdict::advice);
    }
    StaleAdvice.give(verdict, deciding, situation.history());
    return verdict.build();
  }

  private static String notValid(PidFileUse use) {
    return switch (use.matched()) {
      case THREAD -> "the number was a thread's, and PID files name processes";
      case PROCESS ->
          use.state() == Currency.STALE
              ? "the process started after the file was written"
              : "the file is older than what is known of the process; a snapshot would show its start";
    };
  }

  private static void ruledOut(Verdict.Builder verdict, Delivery deciding) {
    Actor sender = deciding.signal().sender();
    verdict.alternative(
        Cause.UNIT_STOP, "the sender is " + Telling.name(sender) + ", not the service manager");
    verdict.alternative(
        Cause.USER,
        sender.auid().isEmpty()
            ? "the sender belongs to no login session"
            : "the sender has a login uid, but it acted on the number in the file");
    verdict.alternative(Cause.OWN_EXIT, "a signal was recorded just before the end");
  }
}
