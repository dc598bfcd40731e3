package io.killtrail.reports.text;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Victim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The facts of one case in words, in the order in which a reader wants them. */
public final class CaseDetails {
  /** Further victims that are named; the others are counted. */
  private static final int NAMED = 12;

  private final TimeText times;

  public CaseDetails(TimeText times) {
    this.times = times;
  }

  /** All of them but evidence, alternatives and advice, which have a form of their own. */
  public List<Labelled> full(Case each) {
    List<Labelled> facts = new ArrayList<>();
    facts.add(Labelled.of("victim", PartyText.of(each.victim())));
    parties(each, facts);
    each.signal().ifPresent(signal -> facts.add(Labelled.of("signal", signal(each))));
    each.pidFile().ifPresent(file -> facts.add(pidFile(file)));
    facts.add(Labelled.of("exit", DeedText.of(each.exit())));
    each.limit().ifPresent(limit -> facts.add(Labelled.of("limit", DeedText.of(limit))));
    facts.add(Labelled.of("verdict", verdict(each)));
    each.expectedBy().ifPresent(by -> facts.add(new Labelled("expected by", RuleText.of(by))));
    return facts;
  }

  /** Who did it and how it ended. */
  List<Labelled> brief(Case each) {
    List<Labelled> facts = new ArrayList<>();
    parties(each, facts);
    facts.add(Labelled.of("exit", DeedText.of(each.exit())));
    facts.add(Labelled.of("verdict", verdict(each)));
    return facts;
  }

  /** The id of the case, and those that it had before. */
  public static String id(Case each) {
    return each.id()
        + (each.replaces().isEmpty() ? "" : ", before " + String.join(", ", each.replaces()));
  }

  private static void parties(Case each, List<Labelled> facts) {
    others(each).ifPresent(names -> facts.add(Labelled.of("with it", names)));
    each.sender().ifPresent(party -> facts.add(party("sender", party, true)));
    each.requester().ifPresent(party -> facts.add(party("on behalf of", party, false)));
    each.origin().ifPresent(party -> facts.add(party("first sent by", party, false)));
  }

  private static Optional<String> others(Case each) {
    List<Victim> others = each.victims().stream().filter(v -> !v.equals(each.victim())).toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String names =
        others.stream()
            .limit(NAMED)
            .map(victim -> PartyText.name(victim.comm(), victim.pid()))
            .collect(Collectors.joining(", "));
    int more = others.size() - NAMED;
    return Optional.of(more > 0 ? names + " and " + Count.of(more) + " more" : names);
  }

  private static Labelled party(String label, Party party, boolean recorded) {
    List<String> values = new ArrayList<>();
    String sure = recorded ? "" : "  (" + party.confidence().label() + ")";
    values.add(PartyText.of(party) + sure);
    PartyText.who(party).ifPresent(values::add);
    party.command().ifPresent(command -> values.add("command line: " + command));
    if (!party.chain().isEmpty()) {
      values.add("started by " + String.join(", by ", party.chain()));
    }
    return new Labelled(label, values);
  }

  private static String signal(Case each) {
    String to = each.target().map(target -> " to " + DeedText.of(target)).orElse("");
    return DeedText.of(each.signal().orElseThrow()) + to;
  }

  private Labelled pidFile(PidFile file) {
    List<String> values = new ArrayList<>();
    String number = file.number().isPresent() ? " holds " + file.number().getAsInt() : "";
    values.add(file.path().orElse("not seen; the sender acts like a user of one") + number);
    file.modified().ifPresent(at -> values.add("modified " + times.of(at)));
    file.staleSince().ifPresent(at -> values.add("stale since " + times.of(at)));
    file.odds().ifPresent(odds -> values.add(DeedText.of(odds)));
    return new Labelled("PID file", values);
  }

  private static String verdict(Case each) {
    String expected = each.expected() ? "expected" : "not expected";
    return each.cause().label() + ", " + expected + ", " + each.confidence().label();
  }
}
