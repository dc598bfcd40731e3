package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.Remedy;
import java.util.Objects;
import java.util.Optional;

/**
 * What one check found.
 *
 * @param id what was looked at, such as {@code signal-rules-b64}; stable
 * @param what for people; may hold text of the host, hostile
 * @param leavesOpen which question it leaves open, where it does
 * @param command mends it, or shows what could not be seen; for a root shell
 */
public record Finding(
    String id,
    Severity severity,
    String what,
    Optional<Matter> leavesOpen,
    Optional<String> command) {
  public Finding {
    Objects.requireNonNull(id);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(what);
    Objects.requireNonNull(leavesOpen);
    Objects.requireNonNull(command);
  }

  static Finding ok(String id, String what) {
    return new Finding(id, Severity.OK, what, Optional.empty(), Optional.empty());
  }

  /** It could not be seen; {@code how} says how it could be. */
  static Finding unknown(String id, String what, String how) {
    return new Finding(id, Severity.UNKNOWN, what + ": " + how, Optional.empty(), Optional.empty());
  }

  static Finding problem(String id, String what, Matter open, String command) {
    return new Finding(id, Severity.PROBLEM, what, Optional.of(open), Optional.of(command));
  }

  static Finding problem(String id, String what, Matter open, Remedy remedy) {
    return problem(id, what, open, remedy.command());
  }

  static Finding warning(String id, String what, Matter open, String command) {
    return new Finding(id, Severity.WARNING, what, Optional.of(open), Optional.of(command));
  }

  static Finding warning(String id, String what, Matter open, Remedy remedy) {
    return warning(id, what, open, remedy.command());
  }
}
