package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.reports.text.Palette.Style;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The facts of one case under aligned labels. */
final class CaseFacts {
  /** Further victims that are named; the others are counted. */
  private static final int NAMED = 12;

  private final Page page;
  private final TimeText times;

  CaseFacts(Page page, TimeText times) {
    this.page = page;
    this.times = times;
  }

  void full(Case each) throws IOException {
    page.blank();
    page.fact("victim", PartyText.of(each.victim()));
    others(each);
    party("sender", each.sender(), true);
    party("on behalf of", each.requester(), false);
    party("first sent by", each.origin(), false);
    deed(each);
    verdict(each);
    evidence(each.evidence());
    alternatives(each.alternatives());
    page.facts("advice", each.advice());
  }

  void brief(Case each) throws IOException {
    others(each);
    party("sender", each.sender(), true);
    party("on behalf of", each.requester(), false);
    party("first sent by", each.origin(), false);
    page.fact("exit", DeedText.of(each.exit()));
    verdict(each);
    page.facts("advice", each.advice());
  }

  private void others(Case each) throws IOException {
    List<Victim> others = each.victims().stream().filter(v -> !v.equals(each.victim())).toList();
    if (others.isEmpty()) {
      return;
    }
    String names =
        others.stream()
            .limit(NAMED)
            .map(victim -> PartyText.name(victim.comm(), victim.pid()))
            .collect(Collectors.joining(", "));
    int more = others.size() - NAMED;
    page.fact("with it", more > 0 ? names + " and " + Count.of(more) + " more" : names);
  }

  private void party(String label, Optional<Party> known, boolean recorded) throws IOException {
    if (known.isEmpty()) {
      return;
    }
    Party party = known.get();
    String sure = recorded ? "" : "  (" + party.confidence().label() + ")";
    page.fact(label, PartyText.of(party) + sure);
    Optional<String> who = PartyText.who(party);
    if (who.isPresent()) {
      page.fact("", who.get());
    }
    if (party.command().isPresent()) {
      page.fact("", "command line: " + party.command().get());
    }
    if (!party.chain().isEmpty()) {
      page.fact("", "started by " + String.join(", by ", party.chain()));
    }
  }

  private void deed(Case each) throws IOException {
    if (each.signal().isPresent()) {
      String to = each.target().map(target -> " to " + DeedText.of(target)).orElse("");
      page.fact("signal", DeedText.of(each.signal().get()) + to);
    }
    if (each.pidFile().isPresent()) {
      pidFile(each.pidFile().get());
    }
    page.fact("exit", DeedText.of(each.exit()));
    if (each.limit().isPresent()) {
      page.fact("limit", DeedText.of(each.limit().get()));
    }
  }

  private void pidFile(PidFile file) throws IOException {
    String number = file.number().isPresent() ? " holds " + file.number().getAsInt() : "";
    page.fact(
        "PID file", file.path().orElse("not seen; the sender acts like a user of one") + number);
    String modified = file.modified().map(at -> "modified " + times.of(at)).orElse("");
    String stale = file.staleSince().map(at -> "stale since " + times.of(at)).orElse("");
    if (!modified.isEmpty()) {
      page.fact("", modified);
    }
    if (!stale.isEmpty()) {
      page.fact("", stale);
    }
    if (file.odds().isPresent()) {
      page.fact("", DeedText.of(file.odds().get()));
    }
  }

  private void verdict(Case each) throws IOException {
    String expected = each.expected() ? "expected" : "not expected";
    page.fact("verdict", each.cause().label() + ", " + expected + ", " + each.confidence().label());
    page.fact("case", Style.QUIET, each.id() + replaced(each));
  }

  private static String replaced(Case each) {
    return each.replaces().isEmpty() ? "" : ", before " + String.join(", ", each.replaces());
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
