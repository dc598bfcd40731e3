package io.killtrail.reports.table;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.text.PartyText;
import java.util.List;
import java.util.Optional;

/** The columns of cases and of their evidence. */
public final class CaseTables {
  private CaseTables() {}

  /** A piece of evidence and the case that rests on it. */
  public record Proof(Case of, Evidence evidence) {
    /** All evidence of these, in their order. */
    public static List<Proof> of(List<Case> cases) {
      return cases.stream()
          .flatMap(each -> each.evidence().stream().map(evidence -> new Proof(each, evidence)))
          .toList();
    }
  }

  /** A row each case, without its evidence. */
  public static Table<Case> cases() {
    return judged().part("expected_by", Case::expectedBy, RuleTables.expectedBy());
  }

  /** The same without what rules of the site make of it. */
  public static Table<Case> judged() {
    return proof(deed(people(verdict(new Table<>()))));
  }

  private static Table<Case> verdict(Table<Case> table) {
    return table
        .text("id", each -> Optional.of(each.id()))
        .texts("replaces", Case::replaces)
        .text("host", Case::host)
        .text("boot", Case::boot)
        .time("time", each -> Optional.of(each.time()))
        .word("cause", Labels.of(Cause.values(), Cause::label), each -> each.cause().label())
        .words(
            "flags",
            Labels.of(Flag.values(), Flag::label),
            each -> each.flags().stream().map(Flag::label).toList())
        .truth("expected", Case::expected)
        .word(
            "confidence",
            Labels.of(Confidence.values(), Confidence::label),
            each -> each.confidence().label());
  }

  private static Table<Case> people(Table<Case> table) {
    return table
        .part("victim", each -> Optional.of(each.victim()), PartTables.victim())
        .texts(
            "victims",
            each ->
                each.victims().stream().map(all -> PartyText.name(all.comm(), all.pid())).toList())
        .part("sender", Case::sender, PartTables.sender())
        .part("requester", Case::requester, PartTables.inferred())
        .part("origin", Case::origin, PartTables.inferred());
  }

  private static Table<Case> deed(Table<Case> table) {
    return table
        .part("signal", Case::signal, PartTables.signal())
        .part("target", Case::target, PartTables.target())
        .part("pid_file", Case::pidFile, PartTables.pidFile())
        .part("exit", each -> Optional.of(each.exit()), PartTables.exit())
        .part("limit", Case::limit, PartTables.limit());
  }

  private static Table<Case> proof(Table<Case> table) {
    return table
        .text("summary", each -> Optional.of(each.summary()))
        .texts(
            "alternatives",
            each ->
                each.alternatives().stream()
                    .map(other -> other.cause().label() + ": " + other.whyNot())
                    .toList())
        .texts("advice", Case::advice);
  }

  /** A row each piece of evidence. */
  public static Table<Proof> evidence() {
    return new Table<Proof>()
        .text("case.id", proof -> Optional.of(proof.of().id()))
        .text("case.host", proof -> proof.of().host())
        .text("ref", proof -> Optional.of(proof.evidence().ref()))
        .time("at", proof -> Optional.of(proof.evidence().at()))
        .text("says", proof -> Optional.of(proof.evidence().says()));
  }
}
