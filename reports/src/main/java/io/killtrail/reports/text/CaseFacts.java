package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;

/** The facts of one case under aligned labels. */
final class CaseFacts {
  private final Page page;
  private final TimeText times;
  private final CaseDetails details;

  CaseFacts(Page page, TimeText times) {
    this.page = page;
    this.times = times;
    this.details = new CaseDetails(times);
  }

  void full(Case each) throws IOException {
    page.blank();
    facts(details.full(each));
    page.fact("case", Style.QUIET, CaseDetails.id(each));
    evidence(each.evidence());
    alternatives(each.alternatives());
    page.facts("advice", each.advice());
  }

  void brief(Case each) throws IOException {
    facts(details.brief(each));
    page.fact("case", Style.QUIET, CaseDetails.id(each));
    page.facts("advice", each.advice());
  }

  private void facts(List<Labelled> facts) throws IOException {
    for (Labelled fact : facts) {
      page.facts(fact.label(), fact.values());
    }
  }

  private void evidence(List<Evidence> evidence) throws IOException {
    String label = "evidence";
    for (Evidence each : evidence) {
      page.fact(label, times.of(each.at()) + "  " + each.says());
      page.fact("", Style.QUIET, each.ref());
      label = "";
    }
  }

  private void alternatives(List<Alternative> alternatives) throws IOException {
    page.facts(
        "other causes",
        alternatives.stream().map(other -> other.cause().label() + ": " + other.whyNot()).toList());
  }
}
