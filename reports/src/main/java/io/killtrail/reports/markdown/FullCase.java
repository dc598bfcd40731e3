package io.killtrail.reports.markdown;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.reports.text.CaseDetails;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.Labelled;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One case with everything that is known of it. */
final class FullCase {
  /** Pieces of evidence that are shown; further ones are counted. */
  private static final int SHOWN = 12;

  private final Sheet sheet;
  private final TimeText times;
  private final CaseDetails details;

  FullCase(Sheet sheet, TimeText times) {
    this.sheet = sheet;
    this.times = times;
    this.details = new CaseDetails(times);
  }

  void write(Case each) throws IOException {
    sheet.paragraph(MarkdownText.sentence(each.summary()));
    List<String> facts = new ArrayList<>();
    details.full(each).forEach(fact -> facts.add(fact(fact)));
    facts.add("**case:** " + MarkdownText.sentence(CaseDetails.id(each)));
    sheet.list(facts);
    evidence(each.evidence());
    reasons(each);
  }

  private static String fact(Labelled fact) {
    String values =
        fact.values().stream().map(MarkdownText::sentence).collect(Collectors.joining("; "));
    return "**" + fact.label() + ":** " + values;
  }

  private void evidence(List<Evidence> evidence) throws IOException {
    if (evidence.isEmpty()) {
      return;
    }
    sheet.table(
        List.of("time", "evidence", "ref"), evidence.stream().limit(SHOWN).map(this::row).toList());
    if (evidence.size() > SHOWN) {
      int more = evidence.size() - SHOWN;
      sheet.paragraph(Count.of(more) + " more are left out here; JSON and CSV have all.");
    }
  }

  private List<String> row(Evidence each) {
    return List.of(
        times.of(each.at()), MarkdownText.sentence(each.says()), MarkdownText.code(each.ref()));
  }

  private void reasons(Case each) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Alternative other : each.alternatives()) {
      String why = MarkdownText.sentence(other.whyNot());
      lines.add("**other cause:** " + other.cause().label() + ": " + why);
    }
    for (String advice : each.advice()) {
      lines.add("**advice:** " + MarkdownText.sentence(advice));
    }
    sheet.list(lines);
  }
}
