package io.killtrail.analyzer.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A unit that is restarted again and again.
 *
 * @param restarts how often, between first and last
 * @param status the exit status, or signal number, that repeats
 */
public record RestartLoop(
    Optional<String> host,
    String unit,
    long restarts,
    OptionalInt status,
    Instant first,
    Instant last,
    String advice) {
  public RestartLoop {
    Objects.requireNonNull(host);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(status);
    Objects.requireNonNull(first);
    Objects.requireNonNull(last);
    Objects.requireNonNull(advice);
  }

  /** The mean time from one end to the next. */
  public Duration interval() {
    return Duration.between(first, last).dividedBy(Math.max(1, restarts - 1));
  }
}
