package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.Captures.Truth;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** With less evidence a stale-PID-file collision is told less surely, never as something else. */
class AblationTest {
  /** What is true of whoever acted on a stale file, and says less. */
  private static final Set<Cause> TRUE_BUT_LESS =
      Set.of(Cause.STALE_PID_FILE, Cause.OTHER_PROCESS, Cause.UNKNOWN);

  /** A kind of evidence, and what is left of the facts without it. */
  private record Loss(String what, UnaryOperator<List<Fact>> without) {
    @Override
    public String toString() {
      return "without " + what;
    }
  }

  private static final List<Loss> LOSSES =
      List.of(
          new Loss("snapshots", facts -> keep(facts, fact -> !ofSnapshot(fact))),
          new Loss("the journal", facts -> keep(facts, fact -> !ofJournal(fact))),
          new Loss("PID files", facts -> keep(facts, fact -> !(fact instanceof PidFileSeen))),
          new Loss("ENRICHED", facts -> facts.stream().map(Unnamed::of).toList()));

  private static final Loss THREADS =
      new Loss("threads", facts -> keep(facts, fact -> !(fact instanceof ThreadSeen)));

  /** A step of taking evidence away: what is said then, if anything. */
  private record Step(String without, Optional<Case> told) {}

  @BeforeAll
  static void capturesAreThere() {
    assumeTrue(Files.isDirectory(Captures.root()), "no captures");
  }

  @TestFactory
  Stream<DynamicTest> takingOneKindOfEvidenceAfterTheOtherLowersTheVerdict() throws IOException {
    return forEachBoot(AblationTest::oneAfterTheOther, AblationTest::sinks);
  }

  @TestFactory
  Stream<DynamicTest> takingAnyOneKindOfEvidenceNeverMakesTheVerdictWrong() throws IOException {
    return forEachBoot(AblationTest::oneAtATime, (collision, steps) -> {});
  }

  private static List<Variant> oneAfterTheOther(List<Fact> facts) {
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant("nothing taken away", facts));
    List<Fact> left = facts;
    for (Loss loss : LOSSES) {
      left = loss.without().apply(left);
      variants.add(new Variant("then " + loss, left));
    }
    return variants;
  }

  private static List<Variant> oneAtATime(List<Fact> facts) {
    return Stream.concat(LOSSES.stream(), Stream.of(THREADS))
        .map(loss -> new Variant(loss.toString(), loss.without().apply(facts)))
        .toList();
  }

  private record Variant(String name, List<Fact> facts) {}

  private interface Check {
    void of(Truth collision, List<Step> steps);
  }

  private static Stream<DynamicTest> forEachBoot(
      Function<List<Fact>, List<Variant>> variants, Check check) throws IOException {
    return Captures.boots().stream()
        .filter(boot -> !collisions(boot).isEmpty())
        .map(boot -> dynamicTest(boot.toString(), () -> hold(boot, variants, check)));
  }

  private static void hold(Path boot, Function<List<Fact>, List<Variant>> variants, Check check)
      throws IOException {
    List<Variant> all = variants.apply(Captures.facts(boot));
    List<List<Case>> cases =
        all.stream().map(one -> Captures.correlate(boot, one.facts())).toList();
    for (Truth collision : collisions(boot)) {
      List<Step> steps = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        steps.add(new Step(all.get(i).name(), collision.in(cases.get(i)).stream().findFirst()));
      }
      steps.forEach(step -> neverWrong(collision, step));
      check.of(collision, steps);
    }
  }

  private static List<Truth> collisions(Path boot) {
    return Captures.truths(boot).stream()
        .filter(truth -> truth.cause() == Cause.STALE_PID_FILE)
        .toList();
  }

  private static void neverWrong(Truth collision, Step step) {
    step.told()
        .ifPresent(
            told -> {
              assertThat(told.cause()).as("%s, %s", collision, step.without()).isIn(TRUE_BUT_LESS);
              assertThat(told.sender().map(sender -> sender.pid().orElse(-1)))
                  .as("sender of %s, %s", collision, step.without())
                  .isIn(Optional.empty(), Optional.of(collision.sender()));
            });
  }

  /** Without snapshots it is less sure, and no further loss makes it surer again. */
  private static void sinks(Truth collision, List<Step> steps) {
    assertThat(sureness(steps.get(1)))
        .as("%s, %s", collision, steps.get(1).without())
        .isLessThan(sureness(steps.getFirst()));
    assertThat(steps.stream().map(AblationTest::sureness).toList())
        .as("%s: %s", collision, steps.stream().map(Step::without).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  /** How surely a stale file is accused: 0 where another cause or none is told. */
  private static int sureness(Step step) {
    return step.told()
        .filter(told -> told.cause() == Cause.STALE_PID_FILE)
        .map(told -> sureness(told.confidence()))
        .orElse(0);
  }

  private static int sureness(Confidence confidence) {
    return switch (confidence) {
      case PROVEN -> 3;
      case LIKELY -> 2;
      case POSSIBLE -> 1;
    };
  }

  private static List<Fact> keep(List<Fact> facts, Predicate<Fact> evidence) {
    return facts.stream().filter(evidence).toList();
  }

  private static boolean ofSnapshot(Fact fact) {
    return fact instanceof ThreadSeen
        || (fact instanceof ProcessSeen && fact.provenance().form() == SourceForm.SNAPSHOT);
  }

  private static boolean ofJournal(Fact fact) {
    return switch (fact.provenance().form()) {
      case JOURNAL_JSON, JOURNAL_SHORT -> true;
      case AUDIT_ENRICHED,
          AUDIT_RAW,
          AUDIT_JSON,
          KERNEL_PRINTK,
          SNAPSHOT,
          AUDIT_RULES,
          AUDIT_INTERPRETED,
          STATUS,
          STRACE ->
          false;
    };
  }
}
