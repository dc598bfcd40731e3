package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.history.Boot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The host was going down. */
final class ShutdownRule implements Rule {
  private static final Duration SLACK = Duration.ofSeconds(1);

  @Override
  public Optional<Verdict> judge(Situation situation) {
    Boot boot = situation.history().bootAt(situation.time());
    boolean goingDown =
        boot.shutdown().filter(begun -> !situation.time().isBefore(begun.minus(SLACK))).isPresent();
    boolean stopped =
        situation.byManager() || (situation.deciding().isEmpty() && situation.inStopJob());
    if (!goingDown || !stopped) {
      return Optional.empty();
    }
    Instant begun = boot.shutdown().orElseThrow();
    Verdict.Builder verdict =
        Verdict.of(Cause.SHUTDOWN, situation.link().and(Confidence.LIKELY))
            .expected(true)
            .evidence(
                new Evidence("boot:" + boot.id().orElse("?"), begun, "the host began to shut down"))
            .alternative(Cause.UNIT_STOP, "the stop was part of the shutdown");
    Requesters.ofShutdown(situation, begun.plus(SLACK), verdict);
    return Optional.of(verdict.build());
  }
}
