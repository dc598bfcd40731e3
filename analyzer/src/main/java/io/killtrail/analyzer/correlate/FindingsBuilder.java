package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.analyzer.cases.SignalCounts;
import io.killtrail.analyzer.coverage.Uncovered;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.rule.Verdict;
import io.killtrail.ingest.fact.SignalSent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the windows of one host say. */
final class FindingsBuilder {
  /** More presumed deaths than this are told in groups. */
  static final int MOST_PRESUMED = 1000;

  private final HostFacts facts;
  private final Uncovered uncovered;
  private final Watches watches;
  private final SignalTally tally = new SignalTally();
  private final List<Case> cases = new ArrayList<>();
  private final List<Case> presumed = new ArrayList<>();
  private final PresumedGroups groups = new PresumedGroups();
  private final List<NearMiss> nearMisses = new ArrayList<>();
  private final Map<Integer, Long> bySignal = new HashMap<>();
  private final Map<String, Long> bySender = new HashMap<>();
  private final List<RestartLoop> loops;
  private long signals;
  private long failed;
  private long presumedCount;

  FindingsBuilder(HostFacts facts, List<UnitRun> runs, Uncovered uncovered, Watches watches) {
    this.facts = facts;
    this.loops = RestartLoops.of(facts.host(), runs);
    this.uncovered = uncovered;
    this.watches = watches;
  }

  /** The units that are restarted again and again. */
  List<RestartLoop> loops() {
    return loops;
  }

  void add(Death death, Verdict verdict, CaseWriter writer) {
    if (death.confirmed() || Flags.any(verdict, death)) {
      cases.add(writer.write(death, verdict));
      return;
    }
    presumedCount++;
    groups.add(death);
    if (presumedCount <= MOST_PRESUMED) {
      presumed.add(writer.write(death, verdict));
    }
  }

  void add(NearMiss miss) {
    nearMisses.add(miss);
  }

  void count(SignalSent signal) {
    signals++;
    if (signal.errno().orElse(0) != 0) {
      failed++;
    }
    signal.signal().ifPresent(number -> bySignal.merge(number, 1L, Long::sum));
    signal.signal().ifPresent(number -> tally.add(signal.provenance().time(), number));
    String sender = signal.sender().exe().or(() -> signal.sender().comm()).orElse("?");
    bySender.merge(sender, 1L, Long::sum);
  }

  HostFindings build() {
    boolean grouped = presumedCount > MOST_PRESUMED;
    if (!grouped) {
      cases.addAll(presumed);
    }
    List<Case> told = RestartLoops.without(loops, cases);
    told.sort(Comparator.comparing(Case::time).thenComparing(Case::id));
    List<PresumedGroup> presumedGroups = grouped ? groups.all() : List.of();
    return new HostFindings(
        facts.host(),
        new SignalCounts(signals, failed, bySignal, bySender),
        told,
        presumedGroups,
        loops,
        nearMisses,
        CoverageProblems.of(facts, signals > 0, uncovered, told),
        watches.timeline(tally.times()));
  }
}
