package io.killtrail.reports.html;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.text.TimeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A case as something that opens, and what the filters ask it for. */
final class CaseEntry {
  /** Flagged cases that stand open when the page is opened. */
  private static final int OPEN = 3;

  private final Markup html;
  private final CaseSummary summary;
  private final CaseBody body;

  CaseEntry(Markup html, TimeText times, CaseBody body) {
    this.html = html;
    this.summary = new CaseSummary(html, times);
    this.body = body;
  }

  void flagged(Case each, int number) throws IOException {
    entry(each, "case flagged", number < OPEN, () -> summary.card(each));
  }

  void unexpected(Case each, int number) throws IOException {
    entry(each, "case unexpected", false, () -> summary.card(each));
  }

  void expected(Case each, boolean manyHosts) throws IOException {
    String kind = manyHosts ? "case expected hosts" : "case expected";
    entry(each, kind, false, () -> summary.row(each, manyHosts));
  }

  private void entry(Case each, String kind, boolean open, Markup.Content head) throws IOException {
    List<String> attributes = new ArrayList<>(List.of("class", kind, "id", "case-" + each.id()));
    attributes.addAll(facets(each));
    if (open) {
      attributes.addAll(List.of("open", ""));
    }
    html.block(
        "details",
        () -> {
          html.open("summary");
          former(each);
          head.write();
          html.close("summary");
          inert(!open, () -> body.write(each));
        },
        attributes.toArray(String[]::new));
  }

  /**
   * To a browser that runs scripts this is a single text, which costs nothing until the script
   * makes elements of it; to one that does not, it is there as if it stood alone.
   */
  private void inert(boolean inert, Markup.Content content) throws IOException {
    if (inert) {
      html.open("noscript");
    }
    content.write();
    if (inert) {
      html.close("noscript");
    }
  }

  /** Links to a name that the case had before lead here too. */
  private void former(Case each) throws IOException {
    for (String id : each.replaces()) {
      html.leaf("span", "", "id", "case-" + id);
    }
  }

  private static List<String> facets(Case each) {
    return List.of(
        "data-time",
        Long.toString(each.time().toEpochMilli()),
        "data-cause",
        each.cause().label(),
        "data-unit",
        each.victim().unit().orElse(""),
        "data-host",
        each.host().orElse(""),
        "data-sender",
        each.sender().flatMap(party -> party.comm().or(party::exe)).orElse(""),
        "data-flag",
        each.flags().stream().map(Flag::label).collect(Collectors.joining(" ")),
        "data-confidence",
        each.confidence().label());
  }
}
