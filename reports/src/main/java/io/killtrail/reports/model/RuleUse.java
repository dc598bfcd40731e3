package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Expectation;
import io.killtrail.analyzer.cases.ExpectedBy;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.SiteRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of a rule of the site.
 *
 * @param matched cases of all evidence that it matches
 * @param told cases of the report that name it: a case names the first rule that matches
 * @param clearedFlags what some of these would be flagged without it
 */
public record RuleUse(SiteRule rule, long matched, long told, List<Flag> clearedFlags) {
  public RuleUse {
    Objects.requireNonNull(rule);
    clearedFlags = List.copyOf(clearedFlags);
  }

  /** Whether it matches any case. */
  public boolean used() {
    return matched > 0;
  }

  static List<RuleUse> of(Analysis analysis) {
    Map<SiteRule, List<ExpectedBy>> told =
        analysis.cases().stream()
            .map(Case::expectedBy)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(ExpectedBy::rule));
    return analysis.expectations().stream()
        .map(each -> of(each, told.getOrDefault(each.rule(), List.of())))
        .toList();
  }

  private static RuleUse of(Expectation came, List<ExpectedBy> told) {
    List<Flag> cleared =
        told.stream().flatMap(by -> by.clearedFlags().stream()).distinct().sorted().toList();
    return new RuleUse(came.rule(), came.matched(), told.size(), cleared);
  }
}
