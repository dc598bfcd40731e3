package io.killtrail.reports.openmetrics;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was found, as counts. A host that nothing names has the empty label. */
final class CaseMetrics {
  private CaseMetrics() {}

  static List<MetricFamily> of(Analysis analysis) {
    return List.of(
        cases(analysis),
        flagged(analysis.cases()),
        unexpected(analysis),
        expected(analysis),
        nearMisses(analysis.nearMisses()),
        presumed(analysis.presumedGroups()),
        loops(analysis.restartLoops()),
        restarts(analysis.restartLoops()));
  }

  static String host(Optional<String> host) {
    return host.orElse("");
  }

  /** Each host has each cause, if only with 0, so that a first case is an increase. */
  private static MetricFamily cases(Analysis analysis) {
    BoundedCounts counts = new BoundedCounts("cause", "host");
    for (String host : analysis.hosts()) {
      for (Cause cause : Cause.values()) {
        counts.add(0, cause.label(), host);
      }
    }
    for (Case each : analysis.cases()) {
      counts.add(1, each.cause().label(), host(each.host()));
    }
    return MetricFamily.of(
        "killtrail_cases", "Deaths in the report, by cause and host.", counts.lines());
  }

  private static MetricFamily unexpected(Analysis analysis) {
    return perHost(
        "killtrail_unexpected_cases",
        "Deaths that nobody meant, by host.",
        analysis,
        each -> !each.expected());
  }

  private static MetricFamily expected(Analysis analysis) {
    return perHost(
        "killtrail_cases_expected_by_rules",
        "Deaths that rules of the site expect, by host.",
        analysis,
        each -> each.expectedBy().isPresent());
  }

  /** Each host is there, if only with 0. */
  private static MetricFamily perHost(
      String name, String help, Analysis analysis, Predicate<Case> counted) {
    BoundedCounts counts = new BoundedCounts("host");
    analysis.hosts().forEach(host -> counts.add(0, host));
    for (Case each : analysis.cases()) {
      counts.add(counted.test(each) ? 1 : 0, host(each.host()));
    }
    return MetricFamily.of(name, help, counts.lines());
  }

  private static MetricFamily flagged(List<Case> cases) {
    BoundedCounts counts = new BoundedCounts("flag", "host", "unit");
    for (Case each : cases) {
      for (Flag flag : each.flags()) {
        counts.add(1, flag.label(), host(each.host()), each.victim().unit().orElse(""));
      }
    }
    return MetricFamily.of(
        "killtrail_flagged_cases",
        "Deaths that a report leads with, by flag, host and unit; a case may have both flags.",
        counts.lines());
  }

  private static MetricFamily nearMisses(List<NearMiss> misses) {
    BoundedCounts counts = new BoundedCounts("host", "result");
    misses.forEach(miss -> counts.add(1, host(miss.host()), miss.result().label()));
    return MetricFamily.of(
        "killtrail_near_misses",
        "Signals by way of a stale PID file that ended nobody, by host and result.",
        counts.lines());
  }

  private static MetricFamily presumed(List<PresumedGroup> groups) {
    long deaths = groups.stream().mapToLong(PresumedGroup::count).sum();
    return MetricFamily.of(
        "killtrail_presumed_deaths_grouped",
        "Presumed deaths that are told as groups and are no cases.",
        List.of(MetricLine.of(deaths)));
  }

  private static MetricFamily loops(List<RestartLoop> loops) {
    return MetricFamily.of(
        "killtrail_restart_loops",
        "Units that were restarted again and again.",
        List.of(MetricLine.of(loops.size())));
  }

  private static MetricFamily restarts(List<RestartLoop> loops) {
    BoundedCounts counts = new BoundedCounts("host", "unit");
    loops.forEach(loop -> counts.add(loop.restarts(), host(loop.host()), loop.unit()));
    return MetricFamily.of(
        "killtrail_restart_loop_restarts",
        "Restarts within restart loops, by host and unit.",
        counts.lines());
  }
}
