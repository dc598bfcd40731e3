package io.killtrail.reports.model;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts over the cases of a report.
 *
 * @param cases all cases
 * @param flagged those that a report leads with
 * @param stalePidFile those flagged as stale-PID-file collision
 * @param unexpected143 those flagged as unexpected 143 exit
 * @param expectedByRules those that rules of the site expect
 * @param byCause cases by the word of their cause, sorted, without zeros
 */
public record Summary(
    long cases,
    long flagged,
    long stalePidFile,
    long unexpected143,
    long expectedByRules,
    Map<String, Long> byCause) {
  public Summary {
    byCause = Collections.unmodifiableMap(new TreeMap<>(byCause));
  }

  static Summary of(List<Case> cases) {
    Map<String, Long> byCause = new TreeMap<>();
    cases.forEach(each -> byCause.merge(each.cause().label(), 1L, Long::sum));
    return new Summary(
        cases.size(),
        cases.stream().filter(Case::flagged).count(),
        withFlag(cases, Flag.STALE_PID_FILE_COLLISION),
        withFlag(cases, Flag.UNEXPECTED_143),
        cases.stream().filter(each -> each.expectedBy().isPresent()).count(),
        byCause);
  }

  private static long withFlag(List<Case> cases, Flag flag) {
    return cases.stream().filter(each -> each.flags().contains(flag)).count();
  }
}
