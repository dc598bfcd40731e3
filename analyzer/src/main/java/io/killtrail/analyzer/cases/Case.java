package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One death, with its cause and the proof.
 *
 * @param id hash of the deciding signal's fact id, else of the exit's; 16 hex digits
 * @param replaces ids that this case had before late evidence changed it
 * @param host empty when no evidence names it
 * @param boot boot id; empty when unknown
 * @param time of the deciding signal, else of the exit
 * @param expected whether it was meant by somebody who may
 * @param victim the main victim
 * @param victims all of one act, the main one first
 * @param requester who stood behind the service manager
 * @param origin first sender of a relayed or re-raised signal
 * @param summary one sentence that can be read aloud; holds text out of logs, so escape it
 * @param expectedBy the rule of the site by which it is expected, if one matches
 * @param collision who had which numbers, where a stale PID file is the cause
 */
public record Case(
    String id,
    List<String> replaces,
    Optional<String> host,
    Optional<String> boot,
    Instant time,
    Cause cause,
    List<Flag> flags,
    boolean expected,
    Confidence confidence,
    Victim victim,
    List<Victim> victims,
    Optional<Party> sender,
    Optional<Party> requester,
    Optional<Party> origin,
    Optional<Signal> signal,
    Optional<Target> target,
    Optional<PidFile> pidFile,
    Exit exit,
    Optional<Limit> limit,
    String summary,
    List<Evidence> evidence,
    List<Alternative> alternatives,
    List<String> advice,
    Optional<ExpectedBy> expectedBy,
    Optional<Collision> collision) {
  public Case {
    Objects.requireNonNull(id);
    replaces = List.copyOf(replaces);
    Objects.requireNonNull(host);
    Objects.requireNonNull(boot);
    Objects.requireNonNull(time);
    Objects.requireNonNull(cause);
    flags = List.copyOf(flags);
    Objects.requireNonNull(confidence);
    Objects.requireNonNull(victim);
    victims = List.copyOf(victims);
    Objects.requireNonNull(sender);
    Objects.requireNonNull(requester);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(signal);
    Objects.requireNonNull(target);
    Objects.requireNonNull(pidFile);
    Objects.requireNonNull(exit);
    Objects.requireNonNull(limit);
    Objects.requireNonNull(summary);
    evidence = List.copyOf(evidence);
    alternatives = List.copyOf(alternatives);
    advice = List.copyOf(advice);
    Objects.requireNonNull(expectedBy);
    Objects.requireNonNull(collision);
  }

  /** Whether a report leads with it. */
  public boolean flagged() {
    return !flags.isEmpty();
  }

  /** The same death, meant as this rule of the site says: nothing else of the verdict changes. */
  public Case meant(SiteRule rule) {
    return new Case(
        id,
        replaces,
        host,
        boot,
        time,
        cause,
        List.of(),
        true,
        confidence,
        victim,
        victims,
        sender,
        requester,
        origin,
        signal,
        target,
        pidFile,
        exit,
        limit,
        summary,
        evidence,
        alternatives,
        advice,
        Optional.of(new ExpectedBy(rule, flags)),
        collision);
  }
}
