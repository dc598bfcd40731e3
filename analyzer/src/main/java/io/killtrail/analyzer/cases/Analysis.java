package io.killtrail.analyzer.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the evidence of an index says, ready to be told.
 *
 * @param from time of the first signal, exit or unit change; empty when there is none
 * @param to time of the last
 * @param cases in order of host, time and id
 * @param expectations what came of the rules of the site, in the order in which they were given
 * @param timelines one for each host of which there are facts, in order
 */
public record Analysis(
    Optional<Instant> from,
    Optional<Instant> to,
    List<String> hosts,
    SignalCounts signals,
    List<Case> cases,
    List<PresumedGroup> presumedGroups,
    List<RestartLoop> restartLoops,
    List<NearMiss> nearMisses,
    List<CoverageProblem> coverage,
    List<InputRead> inputs,
    List<Expectation> expectations,
    List<HostTimeline> timelines) {
  public Analysis {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    hosts = List.copyOf(hosts);
    Objects.requireNonNull(signals);
    cases = List.copyOf(cases);
    presumedGroups = List.copyOf(presumedGroups);
    restartLoops = List.copyOf(restartLoops);
    nearMisses = List.copyOf(nearMisses);
    coverage = List.copyOf(coverage);
    inputs = List.copyOf(inputs);
    expectations = List.copyOf(expectations);
    timelines = List.copyOf(timelines);
  }

  /** The same with these cases in place of its own, and what came of the rules of the site. */
  public Analysis expecting(List<Case> judged, List<Expectation> came) {
    return new Analysis(
        from,
        to,
        hosts,
        signals,
        judged,
        presumedGroups,
        restartLoops,
        nearMisses,
        coverage,
        inputs,
        came,
        timelines);
  }
}
