package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Presumed deaths beyond the number that a report tells one by one. */
public record PresumedGroup(
    Optional<String> senderExe,
    Signal signal,
    Optional<String> victimComm,
    long count,
    Instant first,
    Instant last) {
  public PresumedGroup {
    Objects.requireNonNull(senderExe);
    Objects.requireNonNull(signal);
    Objects.requireNonNull(victimComm);
    Objects.requireNonNull(first);
    Objects.requireNonNull(last);
  }
}
