package io.killtrail.reports.markdown;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.text.CaseText;
import io.killtrail.reports.text.Count;
import io.killtrail.reports.text.RuleText;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The cases: some in full, many in rows, and how many more there are. */
final class CasePart {
  /** Cases told in full; further ones get rows. */
  private static final int FULL = 10;

  /** Rows of a table; further ones are counted. */
  static final int ROWS = 50;

  private final Sheet sheet;
  private final TimeText times;

  CasePart(Sheet sheet, TimeText times) {
    this.sheet = sheet;
    this.times = times;
  }

  void flagged(List<Case> cases) throws IOException {
    if (cases.isEmpty()) {
      return;
    }
    sheet.heading(2, "Flagged: " + Count.of(cases.size(), "case"));
    FullCase full = new FullCase(sheet, times);
    for (Case each : cases.subList(0, Math.min(FULL, cases.size()))) {
      sheet.heading(3, head(each));
      full.write(each);
    }
    rows("More flagged", cases.subList(Math.min(FULL, cases.size()), cases.size()));
  }

  private String head(Case each) {
    String host = each.host().map(MarkdownText::code).orElse("host unknown");
    return times.of(each.time()) + ", " + host + ", " + whom(each) + ": " + flags(each);
  }

  private static String flags(Case each) {
    return each.flags().stream().map(Flag::label).collect(Collectors.joining(", "));
  }

  void rows(String title, List<Case> cases) throws IOException {
    if (cases.isEmpty()) {
      return;
    }
    sheet.heading(2, title + ": " + Count.of(cases.size(), "case"));
    sheet.table(
        List.of("time", "host", "of", "cause", "confidence", "what", "case"),
        cases.stream().limit(ROWS).map(this::row).toList());
    more(sheet, cases.size());
  }

  /** Says what a table leaves out. */
  static void more(Sheet sheet, int all) throws IOException {
    if (all > ROWS) {
      sheet.paragraph(Count.of(all - ROWS) + " more are left out here; JSON and CSV have all.");
    }
  }

  private List<String> row(Case each) {
    return List.of(
        times.of(each.time()),
        each.host().map(MarkdownText::code).orElse("?"),
        whom(each),
        each.cause().label(),
        each.confidence().label(),
        MarkdownText.sentence(each.summary()) + expected(each),
        MarkdownText.code(each.id()));
  }

  private static String expected(Case each) {
    return each.expectedBy()
        .map(by -> " " + MarkdownText.sentence("(" + RuleText.brief(by) + ")"))
        .orElse("");
  }

  /** The unit, since people think in units; where there is none, the process. */
  private static String whom(Case each) {
    return MarkdownText.code(CaseText.whom(each));
  }
}
