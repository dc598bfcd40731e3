package io.killtrail.reports.redact;

import io.killtrail.analyzer.cases.Expectation;
import io.killtrail.analyzer.cases.ExpectedBy;
import io.killtrail.analyzer.cases.SiteRule;
import java.util.Optional;

/**
 * Rules of the site without names. Their queries are left out: they may name users, hosts and
 * arguments that no evidence has, so that nobody would know them for names.
 */
final class RedactedRule {
  private final RedactedText text;

  RedactedRule(RedactedText text) {
    this.text = text;
  }

  ExpectedBy of(ExpectedBy plain) {
    return new ExpectedBy(of(plain.rule()), plain.clearedFlags());
  }

  Expectation of(Expectation plain) {
    return new Expectation(of(plain.rule()), plain.matched());
  }

  private SiteRule of(SiteRule plain) {
    return new SiteRule(
        text.prose(plain.file()), plain.line(), Optional.empty(), text.prose(plain.because()));
  }
}
