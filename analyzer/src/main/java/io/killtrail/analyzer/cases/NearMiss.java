package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A signal by way of a stale PID file that ended nobody this time. */
public record NearMiss(
    Optional<String> host,
    Instant time,
    Party sender,
    Signal signal,
    Target target,
    Result result,
    PidFile pidFile,
    String summary) {

  /** Why nobody died. */
  public enum Result {
    PROBE,
    DENIED,
    MISSED,
    /** By default it would have been deadly, but the process handled or ignored it. */
    SURVIVED;

    /** The word of the contract. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public NearMiss {
    Objects.requireNonNull(host);
    Objects.requireNonNull(time);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(signal);
    Objects.requireNonNull(target);
    Objects.requireNonNull(result);
    Objects.requireNonNull(pidFile);
    Objects.requireNonNull(summary);
  }
}
