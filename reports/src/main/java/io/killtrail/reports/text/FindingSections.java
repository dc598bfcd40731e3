package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.model.RuleUse;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;

/** Findings that are no cases. */
final class FindingSections {
  private final Page page;
  private final TimeText times;

  FindingSections(Page page, TimeText times) {
    this.page = page;
    this.times = times;
  }

  void loops(List<RestartLoop> loops) throws IOException {
    if (loops.isEmpty()) {
      return;
    }
    page.heading(Style.WARNING, "RESTART LOOPS", Count.of(loops.size(), "unit"));
    for (RestartLoop loop : loops) {
      String host = loop.host().map(name -> name + "  ").orElse("");
      page.hanging(2, 2, Style.PLAIN, host + loop.unit() + "  " + FindingText.of(loop));
      page.sentence(4, Style.QUIET, times.span(loop.first(), loop.last()));
      page.sentence(4, Style.PLAIN, loop.advice());
    }
  }

  void nearMisses(List<NearMiss> misses) throws IOException {
    if (misses.isEmpty()) {
      return;
    }
    page.heading(Style.WARNING, "NEAR MISSES", "stale PID files acted on without a victim");
    for (NearMiss miss : misses) {
      String host = miss.host().map(name -> "  " + name).orElse("");
      page.hanging(
          2,
          2,
          Style.PLAIN,
          times.of(miss.time()) + host + "  " + miss.result().label() + "  " + miss.summary());
      page.sentence(4, Style.PLAIN, "by " + PartyText.of(miss.sender()));
      page.sentence(4, Style.QUIET, FindingText.of(miss));
    }
  }

  void expectations(List<RuleUse> uses) throws IOException {
    if (uses.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "EXPECTATIONS", RuleText.all(uses));
    for (RuleUse use : uses) {
      Style style = use.used() ? Style.PLAIN : Style.WARNING;
      page.hanging(2, 2, style, use.rule().because() + "  (" + RuleText.use(use) + ")");
      String query = use.rule().query().map(text -> ": " + text).orElse("");
      page.hanging(4, 2, Style.QUIET, RuleText.place(use.rule()) + query);
    }
  }

  void presumed(List<PresumedGroup> groups) throws IOException {
    if (groups.isEmpty()) {
      return;
    }
    page.heading(Style.TITLE, "PRESUMED DEATHS", "without a record of the end");
    for (PresumedGroup group : groups) {
      page.hanging(2, 2, Style.PLAIN, FindingText.of(group));
      page.sentence(4, Style.QUIET, times.span(group.first(), group.last()));
    }
  }
}
