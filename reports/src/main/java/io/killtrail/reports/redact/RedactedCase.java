package io.killtrail.reports.redact;

import io.killtrail.analyzer.cases.Alternative;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Collision;
import io.killtrail.analyzer.cases.Collision.Holder;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.rule.Telling;
import io.killtrail.analyzer.story.Step;
import io.killtrail.analyzer.story.Story;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A case with pseudonyms in place of names. */
final class RedactedCase {
  private final RedactedText text;
  private final RedactedParty parties;
  private final RedactedRule rules;

  RedactedCase(RedactedText text) {
    this.text = text;
    this.parties = new RedactedParty(text);
    this.rules = new RedactedRule(text);
  }

  Case of(Case plain) {
    Party[] quoted = quoted(plain);
    return new Case(
        plain.id(),
        plain.replaces(),
        plain.host().map(text::hostOrAddress),
        plain.boot(),
        plain.time(),
        plain.cause(),
        plain.flags(),
        plain.expected(),
        plain.confidence(),
        parties.of(plain.victim()),
        plain.victims().stream().map(parties::of).toList(),
        plain.sender().map(parties::of),
        plain.requester().map(parties::of),
        plain.origin().map(parties::of),
        plain.signal(),
        plain.target(),
        plain.pidFile().map(parties::of),
        plain.exit(),
        plain.limit(),
        parties.saying(plain.summary(), quoted),
        plain.evidence().stream().map(each -> evidence(each, quoted)).toList(),
        plain.alternatives().stream().map(each -> alternative(each, quoted)).toList(),
        advice(plain.advice(), quoted),
        plain.expectedBy().map(rules::of),
        plain.collision().map(this::collision));
  }

  private Collision collision(Collision plain) {
    return new Collision(
        plain.boots(), plain.bootsLeftOut(), plain.holders().stream().map(this::holder).toList());
  }

  private Holder holder(Holder plain) {
    return new Holder(
        plain.role(),
        plain.pid(),
        plain.comm().map(text::prose),
        plain.unit().map(text::prose),
        plain.from(),
        plain.seen(),
        plain.to(),
        plain.threads());
  }

  Story of(Story plain) {
    Party[] quoted = quoted(plain.told());
    return new Story(
        of(plain.told()),
        plain.steps().stream()
            .map(step -> new Step(step.kind(), evidence(step.evidence(), quoted)))
            .toList());
  }

  private static Party[] quoted(Case plain) {
    return Stream.of(plain.sender(), plain.requester(), plain.origin())
        .flatMap(Optional::stream)
        .toArray(Party[]::new);
  }

  private List<String> advice(List<String> plain, Party... quoted) {
    return plain.stream().map(each -> parties.saying(each, quoted)).toList();
  }

  private Alternative alternative(Alternative plain, Party... quoted) {
    return new Alternative(plain.cause(), parties.saying(plain.whyNot(), quoted));
  }

  /** What somebody ran is no command line of a party, where that ran another program later. */
  private Evidence evidence(Evidence plain, Party... quoted) {
    String says = plain.says();
    int command = Telling.commandAt(says);
    String then =
        command < 0
            ? parties.saying(says, quoted)
            : parties.saying(says.substring(0, command), quoted)
                + text.command(says.substring(command));
    return new Evidence(text.prose(plain.ref()), plain.at(), then);
  }
}
