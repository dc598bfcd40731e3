package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.ExpectedBy;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.reports.model.RuleUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules of the site in words; what the site wrote is in them, so escape them. */
public final class RuleText {
  private RuleText() {}

  /** Such as {@code site.expect, line 4}. */
  public static String place(SiteRule rule) {
    return rule.file() + ", line " + rule.line();
  }

  /** The reason, where it stands, and the flags that are gone with it. */
  public static List<String> of(ExpectedBy by) {
    List<String> lines = new ArrayList<>();
    lines.add(by.rule().because() + " (" + place(by.rule()) + ")");
    by.rule().query().ifPresent(query -> lines.add("rule: " + query));
    cleared(by).ifPresent(lines::add);
    return lines;
  }

  /** The same in one line, without the rule itself. */
  public static String brief(ExpectedBy by) {
    return "expected here: "
        + by.rule().because()
        + (" (" + place(by.rule()) + ")")
        + cleared(by).map(flags -> "; " + flags).orElse("");
  }

  /** What would be told first if the site did not expect it. */
  private static Optional<String> cleared(ExpectedBy by) {
    return by.clearedFlags().isEmpty()
        ? Optional.empty()
        : Optional.of("without this rule flagged " + labels(by.clearedFlags()));
  }

  private static String labels(List<Flag> flags) {
    return flags.stream().map(Flag::label).collect(Collectors.joining(", "));
  }

  /** Such as {@code matches 3 cases, named by 1 here; takes away unexpected-143}. */
  public static String use(RuleUse use) {
    if (!use.used()) {
      return "unused, matches no case";
    }
    String told = use.told() == use.matched() ? "" : ", named by " + Count.of(use.told()) + " here";
    String taken = use.clearedFlags().isEmpty() ? "" : "; takes away " + labels(use.clearedFlags());
    return "matches " + Count.of(use.matched(), "case") + told + taken;
  }

  /** Such as {@code 3 rules, 1 unused}. */
  public static String all(List<RuleUse> uses) {
    long unused = uses.stream().filter(use -> !use.used()).count();
    return Count.of(uses.size(), "rule")
        + (unused == 0 ? ", all used" : ", " + Count.of(unused) + " unused");
  }
}
