package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.NearMiss;
import io.killtrail.analyzer.cases.PresumedGroup;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.model.Report;
import io.killtrail.reports.model.RuleUse;
import io.killtrail.reports.text.FindingText;
import io.killtrail.reports.text.PartyText;
import io.killtrail.reports.text.RuleText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;

/** Findings that are no cases. */
final class FindingSections {
  private final Sections sections;
  private final Markup html;
  private final TimeText times;

  FindingSections(Markup html, TimeText times) {
    this.sections = new Sections(html);
    this.html = html;
    this.times = times;
  }

  void write(Report report) throws IOException {
    Analysis analysis = report.analysis();
    sections.list("loops", "Restart loops", analysis.restartLoops(), this::loop);
    sections.list("near-misses", "Near misses", analysis.nearMisses(), this::nearMiss);
    sections.list("presumed", "Presumed deaths", analysis.presumedGroups(), this::group);
    sections.list("expectations", "What this site expects", report.ruleUses(), this::rule);
  }

  private void rule(RuleUse use) throws IOException {
    html.leaf("p", use.rule().because(), "class", "what");
    html.open("p", "class", "quiet");
    html.leaf("span", RuleText.use(use), "class", use.used() ? "chip" : "chip warn");
    html.text(" " + RuleText.place(use.rule()));
    html.close("p");
    if (use.rule().query().isPresent()) {
      html.leaf("code", use.rule().query().get(), "class", "ref");
    }
  }

  private void loop(RestartLoop loop) throws IOException {
    html.open("p", "class", "what");
    html.leaf("b", loop.unit());
    html.text(loop.host().map(host -> " on " + host).orElse("") + ": " + FindingText.of(loop));
    html.close("p");
    html.leaf("p", times.span(loop.first(), loop.last()), "class", "quiet");
    html.leaf("p", loop.advice());
  }

  private void nearMiss(NearMiss miss) throws IOException {
    html.open("p", "class", "quiet");
    new Moment(html, times).write(miss.time());
    html.text(" " + miss.host().map(host -> host + " ").orElse(""));
    html.leaf("span", miss.result().label(), "class", "chip warn");
    html.close("p");
    html.leaf("p", miss.summary(), "class", "what");
    html.leaf("p", "by " + PartyText.of(miss.sender()));
    html.leaf("p", FindingText.of(miss), "class", "quiet");
  }

  private void group(PresumedGroup group) throws IOException {
    html.leaf("p", FindingText.of(group), "class", "what");
    html.leaf(
        "p",
        "No record of their end; " + times.span(group.first(), group.last()),
        "class",
        "quiet");
  }
}
