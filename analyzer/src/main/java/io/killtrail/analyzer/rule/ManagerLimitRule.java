package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Limit;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The manager ended the unit because a limit on its start, run time or watchdog ran out. */
final class ManagerLimitRule implements Rule {
  @Override
  public Optional<Verdict> judge(Situation situation) {
    if (situation.deciding().isPresent() && !situation.byManager()) {
      return Optional.empty();
    }
    return situation
        .timedOut(state -> !setting(state).isEmpty())
        .filter(line -> situation.run().flatMap(UnitRun::stopping).isEmpty())
        .map(line -> verdict(line, situation));
  }

  /** The setting behind a state, in systemd's words; empty for the states of a stop. */
  private static String setting(String state) {
    return switch (state) {
      case "start", "start-pre", "start-post", "condition", "activating" -> "TimeoutStartSec";
      case "runtime" -> "RuntimeMaxSec";
      case "watchdog" -> "WatchdogSec";
      default -> "";
    };
  }

  private static Verdict verdict(UnitChanged line, Situation situation) {
    UnitChanged.TimedOut limit = (UnitChanged.TimedOut) line.change();
    String setting = setting(limit.state());
    return Verdict.of(Cause.MANAGER_LIMIT, situation.link())
        .limit(new Limit(setting, seconds(limit, line, situation)))
        .evidence(Telling.change(line))
        .alternative(Cause.UNIT_STOP, "no stop job was running when the limit ran out")
        .alternative(
            Cause.OTHER_PROCESS,
            situation.byManager()
                ? "the signal was the service manager's own"
                : "the service manager itself says that it ended it")
        .advice("Raise " + setting + "= of the unit, or find out why it took so long.")
        .build();
  }

  /** From the line, else measured from the start. */
  private static OptionalLong seconds(
      UnitChanged.TimedOut limit, UnitChanged line, Situation situation) {
    if (limit.limit().isPresent()) {
      return OptionalLong.of(limit.limit().get().toSeconds());
    }
    Optional<Instant> started = situation.run().flatMap(UnitRun::started);
    return started.isPresent() && !limit.state().equals("watchdog")
        ? OptionalLong.of(
            Math.round(
                Duration.between(started.get(), line.provenance().time()).toMillis() / 1000.0))
        : OptionalLong.empty();
  }
}
