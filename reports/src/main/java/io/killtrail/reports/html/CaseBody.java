package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.reports.model.RecordSource;
import io.killtrail.reports.text.CaseDetails;
import io.killtrail.reports.text.Labelled;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is seen of a case when it is opened: the proof, and what can be done. */
final class CaseBody {
  private final Markup html;
  private final CaseDetails details;
  private final EvidenceList evidence;
  private final FigureList pictures;
  private final Figures figures;

  CaseBody(Markup html, TimeText times, Figures figures, RecordSource records) {
    this.html = html;
    this.details = new CaseDetails(times);
    this.evidence = new EvidenceList(html, times, records);
    this.pictures = new FigureList(html);
    this.figures = figures;
  }

  void write(Case each) throws IOException {
    html.open("div", "class", "body");
    if (!each.flagged() && each.expected()) {
      html.leaf("h3", each.summary());
    }
    pictures.write(figures.of(each));
    html.leaf("h4", "What happened, in order of time");
    evidence.write(each);
    html.open("div", "class", "columns");
    html.block("div", () -> facts(each));
    html.block("div", () -> judgement(each));
    html.close("div");
    link(each);
    html.close("div");
  }

  private void facts(Case each) throws IOException {
    List<Labelled> facts = new ArrayList<>(details.full(each));
    facts.add(new Labelled("confidence", List.of(meaning(each.confidence()))));
    each.host().ifPresent(host -> facts.add(new Labelled("host", List.of(host))));
    each.boot().ifPresent(boot -> facts.add(new Labelled("boot", List.of(boot))));
    facts.add(new Labelled("case", List.of(CaseDetails.id(each))));
    html.leaf("h4", "Facts");
    html.open("dl", "class", "facts");
    for (Labelled fact : facts) {
      html.leaf("dt", fact.label());
      for (String value : fact.values()) {
        html.leaf("dd", value);
      }
    }
    html.close("dl");
  }

  private static String meaning(Confidence confidence) {
    return switch (confidence) {
      case PROVEN -> "proven: the records alone show it";
      case LIKELY -> "likely: one inference, which the evidence names";
      case POSSIBLE -> "possible: several explanations stand, all of them listed";
    };
  }

  private void judgement(Case each) throws IOException {
    if (!each.alternatives().isEmpty()) {
      html.leaf("h4", "What else it could have been");
      html.open("dl", "class", "others");
      for (Alternative other : each.alternatives()) {
        html.leaf("dt", other.cause().label());
        html.leaf("dd", other.whyNot());
      }
      html.close("dl");
    }
    if (!each.advice().isEmpty()) {
      html.leaf("h4", "What to do");
      html.open("ul", "class", "advice");
      for (String advice : each.advice()) {
        html.leaf("li", advice);
      }
      html.close("ul");
    }
  }

  private void link(Case each) throws IOException {
    html.open("p", "class", "links");
    html.leaf("a", "Link to this case", "class", "permalink", "href", "#case-" + each.id());
    html.leaf("button", "Copy link", "type", "button", "class", "copy");
    html.close("p");
  }
}
