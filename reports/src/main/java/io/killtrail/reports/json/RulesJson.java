package io.killtrail.reports.json;

import io.killtrail.analyzer.cases.ExpectedBy;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.reports.model.RuleUse;
import java.io.IOException;
import java.util.List;

/** The objects about rules of the site. */
final class RulesJson {
  private final JsonOut json;

  RulesJson(JsonOut json) {
    this.json = json;
  }

  void expectedBy(ExpectedBy by) throws IOException {
    json.object(
        () -> {
          rule(by.rule());
          flags(by.clearedFlags());
        });
  }

  void use(RuleUse use) throws IOException {
    json.object(
        () -> {
          rule(use.rule());
          json.number("matched", use.matched());
          json.number("told", use.told());
          flags(use.clearedFlags());
        });
  }

  private void flags(List<Flag> cleared) throws IOException {
    json.strings("cleared_flags", cleared.stream().map(Flag::label).toList());
  }

  private void rule(SiteRule rule) throws IOException {
    json.text("file", rule.file());
    json.number("line", rule.line());
    json.text("rule", rule.query());
    json.text("because", rule.because());
  }
}
