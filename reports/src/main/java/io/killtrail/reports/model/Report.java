package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a report tells.
 *
 * @param generated when it was made
 * @param filter what was asked for
 * @param analysis what is left of the analysis by the filter
 * @param summary counts over the cases that are left
 */
public record Report(Instant generated, ReportFilter filter, Analysis analysis, Summary summary) {
  public Report {
    Objects.requireNonNull(generated);
    Objects.requireNonNull(filter);
    Objects.requireNonNull(analysis);
    Objects.requireNonNull(summary);
  }

  /** The report on that part of an analysis that passes the filter. */
  public static Report of(Instant generated, ReportFilter filter, Analysis whole) {
    Analysis part = filter.apply(whole);
    return new Report(generated, filter, part, Summary.of(part.cases()));
  }

  /**
   * Whether there is anything to say that earlier reports of the series did not. What is missing
   * from the evidence is news only if it is known since when, and that is after the last of them.
   */
  public boolean hasNews() {
    return !(analysis.cases().isEmpty()
        && analysis.nearMisses().isEmpty()
        && analysis.restartLoops().isEmpty()
        && analysis.presumedGroups().isEmpty()
        && analysis.coverage().stream().flatMap(gap -> gap.from().stream()).noneMatch(this::isNew));
  }

  private boolean isNew(Instant from) {
    return filter.series().flatMap(each -> each.told().until()).filter(from::isBefore).isEmpty();
  }

  /** The cases that a report leads with. */
  public List<Case> flagged() {
    return analysis.cases().stream().filter(Case::flagged).toList();
  }

  /** The other cases that nobody meant who may. */
  public List<Case> unexpected() {
    return analysis.cases().stream().filter(c -> !c.flagged() && !c.expected()).toList();
  }

  /** What came of the rules of the site, in the order in which they were given. */
  public List<RuleUse> ruleUses() {
    return RuleUse.of(analysis);
  }

  /** The cases that were meant. */
  public List<Case> expected() {
    return analysis.cases().stream().filter(c -> !c.flagged() && c.expected()).toList();
  }
}
