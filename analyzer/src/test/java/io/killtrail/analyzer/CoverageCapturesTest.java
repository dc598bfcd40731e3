package io.killtrail.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.killtrail.analyzer.cases.CoverageProblem;
import io.killtrail.analyzer.correlate.Correlator;
import io.killtrail.analyzer.host.HostEvidence;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.SourceForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real boots, of which it is known what was lost: in one of them, on purpose. */
class CoverageCapturesTest {
  private static List<String> gaps(String name, boolean auditLogOnly) {
    Path boot = Captures.root().resolve(name);
    assumeTrue(Files.isDirectory(boot), "no captures");
    List<Fact> facts =
        Captures.facts(boot).stream()
            .filter(fact -> !auditLogOnly || ofAuditd(fact.provenance().form()))
            .toList();
    return Correlator.correlate(HostEvidence.of(Optional.of("host"), facts)).coverage().stream()
        .filter(row -> row.from().isPresent())
        .map(CoverageProblem::problem)
        .toList();
  }

  private static boolean ofAuditd(SourceForm form) {
    return form == SourceForm.AUDIT_ENRICHED || form == SourceForm.AUDIT_RAW;
  }

  @Test
  void theRateLimitedBurstIsTheOnlyLossOfItsBoot() {
    assertThat(gaps("web01/boot5", false))
        .containsExactly("429 audit events missing, serials 1077 to 1505 (rate limit exceeded)");
  }

  @Test
  void auditdsLogAloneLacksTheRecordThatTheKernelPrintedAsAuditdEnded() {
    assertThat(gaps("web01/boot5", true))
        .containsExactlyInAnyOrder(
            "429 audit events missing, serials 1077 to 1505",
            "1 audit event missing, serial 1538",
            "auditd was not running");
  }

  @Test
  void aBootWithoutAuditdLostNothingThoughTheKernelsQueueOverflowed() {
    assertThat(gaps("web01/boot4", false))
        .allMatch(problem -> problem.startsWith("auditing was switched off"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web01/boot1",
        "web01/boot2",
        "web01/boot3",
        "web01/boot6",
        "edge03/boot1",
        "edge03/boot2",
        "edge03/boot3"
      })
  void bootsWithoutLossHaveNoGap(String name) {
    assertThat(gaps(name, false))
        .allMatch(problem -> problem.startsWith("the host or its auditd ended without a word"));
  }
}
