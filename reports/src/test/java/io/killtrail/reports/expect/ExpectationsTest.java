package io.killtrail.reports.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Expectation;
import io.killtrail.analyzer.cases.ExpectedBy;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.analyzer.cases.SiteRule;
import io.killtrail.reports.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationsTest {
  private static final Case COLLISION = Sample.collision("helperd");

  private static SiteRule rule(int line, String query) {
    return new SiteRule("site.expect", line, Optional.of(query), "so it is");
  }

  private static Analysis judged(List<Case> cases, String... queries) throws Exception {
    List<SiteRule> rules = new ArrayList<>();
    for (String query : queries) {
      rules.add(rule(rules.size() + 1, query));
    }
    return Expectations.of(rules).apply(Sample.analysis().expecting(cases, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "victim.unit:appd.service AND signal.name:SIGTERM AND sender.exe:\"/usr/bin/python3.11\"",
        "signal.name:TERM",
        "signal.number:15",
        "cause:stale-pid-file",
        "flags:unexpected-143",
        "expected:false",
        "host:web*",
        "sender.command:*helperd",
        "exit.status:[129 TO 159]",
        "exit.how:exited NOT exit.status:0",
        "time:[2026-11-21T02:22 TO 2026-11-21T02:23]",
        "pid_file.modified:[* TO 2026-11-21]",
        "pid_file.odds.nearby_taken:{0.7 TO 0.72}",
        "victims:java*",
        "NOT requester.pid:*",
        "cause:user OR (host:web01 AND sender.uid:0)",
      })
  void aCaseIsFoundByWhatTheReportSaysOfIt(String query) throws Exception {
    assertThat(judged(List.of(COLLISION), query).cases())
        .singleElement()
        .satisfies(
            each -> assertThat(each.expectedBy()).map(ExpectedBy::rule).hasValue(rule(1, query)));
  }

  @Test
  void aCaseThatMatchesIsMeantButNothingElseChanges() throws Exception {
    Case meant = judged(List.of(COLLISION), "host:web01").cases().getFirst();
    List<Flag> cleared = List.of(Flag.STALE_PID_FILE_COLLISION, Flag.UNEXPECTED_143);
    assertThat(meant.expected()).isTrue();
    assertThat(meant.flagged()).isFalse();
    assertThat(meant.expectedBy()).hasValue(new ExpectedBy(rule(1, "host:web01"), cleared));
    assertThat(meant)
        .usingRecursiveComparison()
        .ignoringFields("expected", "flags", "expectedBy")
        .isEqualTo(COLLISION);
  }

  @Test
  void aCaseNamesTheFirstRuleButEachRuleCountsWhatItMatches() throws Exception {
    Analysis analysis =
        judged(List.of(COLLISION), "host:db*", "host:web01", "cause:stale-pid-file");
    assertThat(analysis.cases().getFirst().expectedBy()).map(by -> by.rule().line()).hasValue(2);
    assertThat(analysis.expectations())
        .extracting(Expectation::matched)
        .containsExactly(0L, 1L, 1L);
  }

  @Test
  void caseByCaseIsJudgedHoweverManyThereAre() throws Exception {
    List<Case> cases = new ArrayList<>(Collections.nCopies(4500, COLLISION));
    cases.set(4321, Sample.collision("deployer"));
    Analysis analysis = judged(cases, "sender.comm:deployer", "sender.comm:helperd");
    assertThat(analysis.expectations()).extracting(Expectation::matched).containsExactly(1L, 4499L);
    assertThat(analysis.cases().get(4321).expectedBy()).map(by -> by.rule().line()).hasValue(1);
  }

  @Test
  void withoutRulesTheAnalysisStays() throws Exception {
    Analysis plain = Sample.analysis();
    assertThat(Expectations.none().apply(plain)).isSameAs(plain);
  }

  @Test
  void whatRulesSayIsNoFieldOfACase() {
    assertThat(Expectations.fields().names())
        .contains("cause", "victim.unit", "pid_file.path")
        .noneMatch(name -> name.startsWith("expected_by"));
  }

  @Test
  void aWrongQueryIsToldWithItsLine() {
    assertThatThrownBy(() -> judged(List.of(), "cause:user", "victm.unit:a"))
        .isInstanceOf(ExpectFileException.class)
        .hasMessage("site.expect, line 2: there is no field victm.unit; did you mean victim.unit?");
  }
}
