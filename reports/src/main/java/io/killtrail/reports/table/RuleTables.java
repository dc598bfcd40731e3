package io.killtrail.reports.table;

import io.killtrail.analyzer.cases.ExpectedBy;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.reports.model.RuleUse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of rules of the site. */
public final class RuleTables {
  private RuleTables() {}

  /** A row each rule, and what came of it. */
  public static Table<RuleUse> expectations() {
    Table<RuleUse> table =
        rule(new Table<RuleUse>(), RuleUse::rule)
            .count("matched", RuleUse::matched)
            .count("told", RuleUse::told);
    return cleared(table, RuleUse::clearedFlags);
  }

  static Table<ExpectedBy> expectedBy() {
    return cleared(rule(new Table<>(), ExpectedBy::rule), ExpectedBy::clearedFlags);
  }

  private static <T> Table<T> rule(Table<T> table, Function<T, SiteRule> rule) {
    return table
        .text("file", row -> Optional.of(rule.apply(row).file()))
        .count("line", row -> rule.apply(row).line())
        .text("rule", row -> rule.apply(row).query())
        .text("because", row -> Optional.of(rule.apply(row).because()));
  }

  private static <T> Table<T> cleared(Table<T> table, Function<T, List<Flag>> flags) {
    return table.words(
        "cleared_flags",
        Labels.of(Flag.values(), Flag::label),
        row -> flags.apply(row).stream().map(Flag::label).toList());
  }
}
