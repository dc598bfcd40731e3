package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.reports.text.CaseText;
import io.killtrail.reports.text.DeedText;
import io.killtrail.reports.text.PartyText;
import io.killtrail.reports.text.RuleText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;

/** What is seen of a case before it is opened. */
final class CaseSummary {
  private final Markup html;
  private final TimeText times;

  CaseSummary(Markup html, TimeText times) {
    this.html = html;
    this.times = times;
  }

  /** The answer: how sure it is, one sentence, and beneath it who, whom and how it ended. */
  void card(Case each) throws IOException {
    html.open("span", "class", "line");
    new Moment(html, times).write(each.time());
    html.leaf("span", each.host().orElse("host unknown"), "class", "host");
    html.leaf("b", CaseText.whom(each), "class", "whom");
    for (Flag flag : each.flags()) {
      html.leaf("span", flag.label(), "class", "chip alarm");
    }
    if (!each.flagged()) {
      html.leaf("span", each.cause().label(), "class", "chip warn");
    }
    degree(each.confidence());
    html.close("span");
    html.leaf("h3", each.summary());
    html.open("span", "class", "strip");
    deed(each);
    if (each.pidFile().isPresent()) {
      pair("PID file", pidFile(each.pidFile().get()));
    }
    pair("exit", DeedText.of(each.exit()));
    html.close("span");
  }

  private void deed(Case each) throws IOException {
    html.open("span", "class", "pair");
    html.leaf("span", each.sender().isPresent() ? "sender to victim" : "victim", "class", "label");
    html.open("span", "class", "deed");
    if (each.sender().isPresent()) {
      html.leaf("b", PartyText.name(each.sender().get()));
      String signal = each.signal().map(sent -> sent.name() + " ").orElse("");
      html.leaf("span", " " + signal + "\u2192 ", "class", "arrow");
    }
    html.leaf("b", PartyText.name(each.victim().comm(), each.victim().pid()));
    html.close("span");
    html.close("span");
  }

  private static String pidFile(PidFile file) {
    String number = file.number().isPresent() ? " holds " + file.number().getAsInt() : "";
    return file.path().orElse("not seen") + number;
  }

  private void pair(String label, String value) throws IOException {
    html.open("span", "class", "pair");
    html.leaf("span", label, "class", "label");
    html.leaf("span", value, "class", "value");
    html.close("span");
  }

  /** In a word, and in dots for the eye. */
  private void degree(Confidence confidence) throws IOException {
    html.open("span", "class", "degree " + confidence.label());
    html.leaf("span", dots(confidence), "class", "dots", "aria-hidden", "true");
    html.text(" " + confidence.label());
    html.close("span");
  }

  private static String dots(Confidence confidence) {
    return switch (confidence) {
      case PROVEN -> "\u25cf\u25cf\u25cf";
      case LIKELY -> "\u25cf\u25cf\u25cb";
      case POSSIBLE -> "\u25cf\u25cb\u25cb";
    };
  }

  /** One line. */
  void row(Case each, boolean manyHosts) throws IOException {
    new Moment(html, times).write(each.time());
    if (manyHosts) {
      html.leaf("span", each.host().orElse("?"), "class", "host");
    }
    html.leaf("span", each.cause().label(), "class", "cause");
    html.leaf("b", CaseText.whom(each), "class", "whom");
    String expected = each.expectedBy().map(by -> "; " + RuleText.brief(by)).orElse("");
    html.leaf("span", CaseText.ending(each) + expected, "class", "ending");
    degree(each.confidence());
  }
}
