package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.Captures.Truth;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.fact.ThreadSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real boots, of which it was written down at the time who ended whom. */
class CapturesTest {
  private static final Set<String> SCENARIOS = Set.of("S1", "S1b", "S2", "S3", "S6", "S7", "S12");

  /** What may be said when the evidence that proves a collision is taken away. */
  private static final Set<Cause> MORE_GENERAL =
      Set.of(Cause.STALE_PID_FILE, Cause.OTHER_PROCESS, Cause.UNKNOWN);

  @BeforeAll
  static void capturesAreThere() {
    assumeTrue(Files.isDirectory(Captures.root()), "no captures");
  }

  @TestFactory
  Stream<DynamicTest> everyDeathHasItsTrueCause() throws IOException {
    return Captures.boots().stream()
        .flatMap(
            boot -> {
              List<Case> cases = Captures.correlate(boot, Captures.facts(boot));
              return Captures.truths(boot).stream()
                  .filter(truth -> SCENARIOS.contains(truth.family()))
                  .map(truth -> dynamicTest(boot + " " + truth, () -> holds(truth, cases)));
            });
  }

  private static void holds(Truth truth, List<Case> cases) {
    assertThat(truth.in(cases))
        .as("cases of process %d", truth.pid())
        .isNotEmpty()
        .extracting(Case::cause)
        .containsOnly(truth.cause());
    if (truth.cause() == Cause.STALE_PID_FILE) {
      assertThat(truth.in(cases).getFirst().flags())
          .containsExactly(Flag.STALE_PID_FILE_COLLISION, Flag.UNEXPECTED_143);
    }
  }

  @TestFactory
  Stream<DynamicTest> nobodyElseIsAccusedOfAStaleFile() throws IOException {
    return Captures.boots().stream()
        .map(
            boot ->
                dynamicTest(
                    boot.toString(),
                    () -> {
                      List<Truth> truths = Captures.truths(boot);
                      assertThat(Captures.correlate(boot, Captures.facts(boot)))
                          .filteredOn(told -> told.cause() == Cause.STALE_PID_FILE)
                          .filteredOn(told -> Captures.within(truths, told.time()))
                          .allSatisfy(
                              told ->
                                  assertThat(truths)
                                      .as(told.summary())
                                      .anyMatch(
                                          truth ->
                                              truth.cause() == Cause.STALE_PID_FILE
                                                  && truth.tells(told)));
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01/boot2", "web01/boot3", "edge03/boot2"})
  void withLessEvidenceTheVerdictIsLessSureAndNeverWrong(String name) throws IOException {
    Path boot = Captures.root().resolve(name);
    assumeTrue(Files.isDirectory(boot));
    Truth collision =
        Captures.truths(boot).stream()
            .filter(truth -> truth.scenario().equals("S1"))
            .findFirst()
            .orElseThrow();
    List<Fact> facts = Captures.facts(boot);
    assertThat(verdict(collision, boot, facts).orElseThrow().confidence())
        .isEqualTo(Confidence.PROVEN);
    Confidence surest = Confidence.LIKELY;
    for (Predicate<Fact> lost :
        List.<Predicate<Fact>>of(
            CapturesTest::ofSnapshot, CapturesTest::ofJournal, PidFileSeen.class::isInstance)) {
      facts = facts.stream().filter(lost.negate()).toList();
      Case told = verdict(collision, boot, facts).orElseThrow();

      assertThat(told.cause()).isIn(MORE_GENERAL);
      assertThat(told.sender().orElseThrow().pid()).hasValue(collision.sender());
      if (told.cause() == Cause.STALE_PID_FILE) {
        assertThat(told.confidence()).isGreaterThanOrEqualTo(surest);
        surest = told.confidence();
      }
    }
    Case withoutNames =
        verdict(collision, boot, facts.stream().map(Unnamed::of).toList()).orElseThrow();
    assertThat(withoutNames.cause()).isIn(MORE_GENERAL);
    assertThat(withoutNames.confidence()).isGreaterThanOrEqualTo(surest);
    assertThat(withoutNames.sender().orElseThrow().pid()).hasValue(collision.sender());
  }

  @ParameterizedTest
  @ValueSource(strings = {"web01/boot2", "web01/boot3", "edge03/boot2"})
  void whicheverKindOfEvidenceIsMissingNobodyInnocentIsAccused(String name) throws IOException {
    Path boot = Captures.root().resolve(name);
    assumeTrue(Files.isDirectory(boot));
    Truth collision =
        Captures.truths(boot).stream()
            .filter(truth -> truth.scenario().equals("S1"))
            .findFirst()
            .orElseThrow();
    List<Cause> causes = new ArrayList<>();
    for (Predicate<Fact> lost :
        List.<Predicate<Fact>>of(
            CapturesTest::ofSnapshot,
            CapturesTest::ofJournal,
            PidFileSeen.class::isInstance,
            ThreadSeen.class::isInstance)) {
      List<Fact> left = Captures.facts(boot).stream().filter(lost.negate()).toList();
      verdict(collision, boot, left).ifPresent(told -> causes.add(told.cause()));
    }

    assertThat(causes).hasSize(4).allMatch(MORE_GENERAL::contains);
  }

  private static Optional<Case> verdict(Truth truth, Path boot, List<Fact> facts) {
    return truth.in(Captures.correlate(boot, facts)).stream().findFirst();
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
