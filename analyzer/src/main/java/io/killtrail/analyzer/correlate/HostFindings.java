package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.cases.HostTimeline;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.SignalCounts;
import java.util.List;
import java.util.Optional;

/** What the facts of one host say. */
public record HostFindings(
    Optional<String> host,
    SignalCounts signals,
    List<Case> cases,
    List<PresumedGroup> presumedGroups,
    List<RestartLoop> restartLoops,
    List<NearMiss> nearMisses,
    List<CoverageProblem> coverage,
    HostTimeline timeline) {}
