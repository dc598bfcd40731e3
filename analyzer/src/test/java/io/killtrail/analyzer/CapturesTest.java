package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.killtrail.analyzer.Captures.Truth;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Real boots, of which it was written down at the time who ended whom. */
class CapturesTest {
  private static final Set<String> SCENARIOS = Set.of("S1", "S1b", "S2", "S3", "S6", "S7", "S12");

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
}
