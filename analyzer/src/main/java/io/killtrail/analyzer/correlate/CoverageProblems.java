package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.coverage.Gap;
import io.killtrail.analyzer.coverage.Uncovered;
import io.killtrail.analyzer.host.HostFacts;
import io.killtrail.analyzer.recording.Matter;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the evidence of one host does not cover. */
final class CoverageProblems {
  private static final int MOST_GAPS = 50;
  private static final int NAMES = 3;

  private CoverageProblems() {}

  static List<CoverageProblem> of(
      HostFacts facts, boolean signals, Uncovered uncovered, List<Case> cases) {
    List<CoverageProblem> problems = new ArrayList<>();
    if (!signals) {
      problems.add(
          whole(
              facts,
              "no audit records of signal calls",
              Matter.SENDER.question() + "; the audit rules that killtrail rules prints show it"));
    }
    boolean manager =
        facts.units().stream().anyMatch(change -> change.witness() != UnitChanged.Witness.AUDIT);
    if (!manager) {
      problems.add(
          whole(
              facts,
              "no journal of the service manager",
              "how a unit ended, and whether a stop was asked for; deaths are presumed"));
    }
    boolean snapshots =
        facts.processes().stream().anyMatch(seen -> seen.by() == ProcessSeen.By.SNAPSHOT);
    if (!snapshots) {
      problems.add(
          whole(
              facts,
              "no snapshot of processes and threads",
              "whether a number was a thread's, and when a process was started"));
    }
    if (facts.pidFiles().isEmpty()) {
      problems.add(
          whole(facts, "no snapshot of PID files", "whether a sender acted on a stale PID file"));
    }
    if (facts.host().isEmpty()) {
      problems.add(
          whole(facts, "the evidence names no host", "which host it was; give it with --host"));
    }
    facts.clockNotes().forEach(note -> problems.add(whole(facts, note, "times of these lines")));
    uncovered
        .unwatched()
        .forEach(what -> problems.add(whole(facts, what, "who sent a signal by such a call")));
    uncovered
        .extracts()
        .forEach(
            which ->
                problems.add(
                    whole(facts, which, "events that are not in it, perhaps signals too")));
    problems.addAll(gaps(facts, uncovered, cases));
    return problems;
  }

  private static CoverageProblem whole(HostFacts facts, String problem, String affects) {
    return new CoverageProblem(facts.host(), Optional.empty(), Optional.empty(), problem, affects);
  }

  /** Gaps that say the same follow each other as one row, where they are many. */
  private static List<CoverageProblem> gaps(
      HostFacts facts, Uncovered uncovered, List<Case> cases) {
    List<CoverageProblem> rows = new ArrayList<>();
    for (Gap gap : uncovered.gaps()) {
      List<Case> touched = cases.stream().filter(told -> touches(gap, told)).toList();
      if (!gap.minor() || !touched.isEmpty()) {
        rows.add(
            new CoverageProblem(
                facts.host(),
                Optional.of(gap.from()),
                Optional.of(gap.to()),
                gap.problem(),
                gap.affects() + victims(touched)));
      }
    }
    return rows.size() <= MOST_GAPS ? rows : condensed(rows);
  }

  /** Nobody reads hundreds of spans: the first ones, and how many more there are until when. */
  private static List<CoverageProblem> condensed(List<CoverageProblem> rows) {
    List<CoverageProblem> told = new ArrayList<>(rows.subList(0, MOST_GAPS - 1));
    List<CoverageProblem> rest = rows.subList(MOST_GAPS - 1, rows.size());
    told.add(
        new CoverageProblem(
            rest.getFirst().host(),
            rest.getFirst().from(),
            rest.stream().flatMap(row -> row.to().stream()).max(Comparator.naturalOrder()),
            rest.size() + " more gaps like these",
            rest.getFirst().affects()));
    return told;
  }

  private static boolean touches(Gap gap, Case told) {
    return (gap.hidesSignals() || gap.kind() == Gap.Kind.JOURNAL)
        && gap.overlaps(
            told.time()
                .minus(told.signal().isPresent() ? Uncovered.BEFORE_SIGNAL : Uncovered.BEFORE_EXIT),
            told.time().plus(Uncovered.AFTER));
  }

  /** Such as {@code ; a case: appd.service} or {@code ; 5 cases: appd.service, java, …}. */
  private static String victims(List<Case> touched) {
    if (touched.isEmpty()) {
      return "";
    }
    List<String> names =
        touched.stream()
            .map(told -> told.victim().unit().or(told.victim()::comm).orElse("a process"))
            .distinct()
            .toList();
    String more = names.size() > NAMES ? ", …" : "";
    return (touched.size() == 1 ? "; a case: " : "; " + touched.size() + " cases: ")
        + String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
        + more;
  }
}
