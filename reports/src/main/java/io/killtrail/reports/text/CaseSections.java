package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The cases, in the three depths in which a reader wants them. */
final class CaseSections {
  private final Page page;
  private final TimeText times;
  private final CaseFacts facts;
  private final boolean manyHosts;

  CaseSections(Page page, TimeText times, boolean manyHosts) {
    this.page = page;
    this.times = times;
    this.facts = new CaseFacts(page, times);
    this.manyHosts = manyHosts;
  }

  /** In full. */
  void flagged(List<Case> cases) throws IOException {
    if (cases.isEmpty()) {
      return;
    }
    page.heading(Style.ALERT, "FLAGGED", Count.of(cases.size(), "case"));
    for (Case each : cases) {
      page.blank();
      String flags = each.flags().stream().map(Flag::label).collect(Collectors.joining(", "));
      page.sentence(0, Style.ALERT, head(each) + "  " + flags);
      page.sentence(2, Style.TITLE, each.summary());
      facts.full(each);
    }
  }

  /** What happened, who did it, how it ended. */
  void unexpected(List<Case> cases) throws IOException {
    if (cases.isEmpty()) {
      return;
    }
    page.heading(Style.WARNING, "NOT EXPECTED", Count.of(cases.size(), "case"));
    for (Case each : cases) {
      page.blank();
      page.sentence(0, Style.WARNING, head(each) + "  " + each.cause().label());
      page.sentence(2, Style.PLAIN, each.summary());
      facts.brief(each);
    }
  }

  /** A line each. */
  void expected(List<Case> cases) throws IOException {
    if (cases.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "EXPECTED", Count.of(cases.size(), "case"));
    int cause = cases.stream().mapToInt(c -> c.cause().label().length()).max().orElse(0);
    int victim = cases.stream().mapToInt(c -> CaseText.whom(c).length()).max().orElse(0);
    for (Case each : cases) {
      page.hanging(
          2,
          4,
          Style.PLAIN,
          times.of(each.time())
              + (manyHosts ? "  " + each.host().orElse("?") : "")
              + ("  " + pad(each.cause().label(), cause))
              + ("  " + pad(CaseText.whom(each), Math.min(victim, 32)))
              + ("  " + CaseText.ending(each)));
      if (each.expectedBy().isPresent()) {
        page.hanging(4, 2, Style.LABEL, RuleText.brief(each.expectedBy().get()));
      }
    }
  }

  private String head(Case each) {
    StringBuilder text = new StringBuilder(times.of(each.time()));
    text.append("  ").append(each.host().orElse("host unknown"));
    each.victim().unit().ifPresent(unit -> text.append("  ").append(unit));
    return text.toString();
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }
}
