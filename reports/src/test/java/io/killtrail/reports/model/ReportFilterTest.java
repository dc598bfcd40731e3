package io.killtrail.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Cause;
import io.killtrail.analyzer.cases.Flag;
import io.killtrail.reports.Sample;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportFilterTest {
  private static final Analysis WHOLE = Sample.analysis();

  private static ReportFilter filter(Set<String> hosts, Set<String> units) {
    return filter(hosts, units, Set.of(), Set.of());
  }

  private static ReportFilter filter(
      Set<String> hosts, Set<String> units, Set<Cause> causes, Set<Flag> flags) {
    return new ReportFilter(
        Optional.empty(), Optional.empty(), hosts, units, causes, flags, Optional.empty());
  }

  private static ReportFilter between(Instant since, Instant until) {
    return ReportFilter.of(Optional.of(since), Optional.of(until), Set.of());
  }

  @Test
  void letsEverythingPassWhenNothingIsAskedFor() {
    assertThat(ReportFilter.ALL.apply(WHOLE)).isEqualTo(WHOLE);
  }

  @Test
  void keepsSignalCountsAndInputsSinceTheyAreTheBasis() {
    Analysis none = filter(Set.of("nowhere"), Set.of()).apply(WHOLE);
    assertThat(none.cases()).isEmpty();
    assertThat(none.signals()).isEqualTo(WHOLE.signals());
    assertThat(none.inputs()).isEqualTo(WHOLE.inputs());
  }

  @Nested
  class ByTime {
    @Test
    void takesTheFirstMomentAndLeavesOutTheLast() {
      Analysis part = between(Sample.COLLISION, Sample.STOP).apply(WHOLE);
      assertThat(part.cases()).extracting(Case::time).containsExactly(Sample.COLLISION);
      assertThat(part.nearMisses()).isEmpty();
    }

    @Test
    void narrowsThePeriod() {
      Analysis part = between(Sample.COLLISION, Sample.STOP).apply(WHOLE);
      assertThat(part.from()).contains(Sample.COLLISION);
      assertThat(part.to()).contains(Sample.STOP);
    }

    @Test
    void leavesNoPeriodWhereNothingLies() {
      Instant later = Sample.TIMEOUT.plusSeconds(1);
      Analysis part = between(later, later.plusSeconds(1)).apply(WHOLE);
      assertThat(part.from()).isEmpty();
      assertThat(part.to()).isEmpty();
    }

    @Test
    void keepsWhatReachesIntoIt() {
      Analysis part = between(Sample.STOP, Sample.TIMEOUT).apply(WHOLE);
      assertThat(part.restartLoops()).hasSize(1);
      assertThat(part.coverage()).hasSize(1);
      assertThat(part.presumedGroups()).hasSize(1);
    }
  }

  @Nested
  class ByUnit {
    @Test
    void matchesWithAndWithoutTheSuffix() {
      assertThat(filter(Set.of(), Set.of("appd")).apply(WHOLE).cases()).hasSize(1);
      assertThat(filter(Set.of(), Set.of("appd.service")).apply(WHOLE).cases()).hasSize(1);
      assertThat(filter(Set.of(), Set.of("app")).apply(WHOLE).cases()).isEmpty();
    }

    @Test
    void keepsTheRestartLoopOfTheUnitOnly() {
      assertThat(filter(Set.of(), Set.of("logship")).apply(WHOLE).restartLoops()).hasSize(1);
      assertThat(filter(Set.of(), Set.of("appd")).apply(WHOLE).restartLoops()).isEmpty();
    }
  }

  @Test
  void keepsOneHost() {
    Analysis part = filter(Set.of("db02"), Set.of()).apply(WHOLE);
    assertThat(part.hosts()).containsExactly("db02");
    assertThat(part.cases()).extracting(Case::cause).containsExactly(Cause.STOP_TIMEOUT);
    assertThat(part.presumedGroups()).isEmpty();
  }

  @Test
  void keepsAnyOfSeveralCauses() {
    ReportFilter filter =
        filter(Set.of(), Set.of(), Set.of(Cause.UNIT_STOP, Cause.STOP_TIMEOUT), Set.of());
    assertThat(filter.apply(WHOLE).cases())
        .extracting(Case::cause)
        .containsExactly(Cause.STOP_TIMEOUT, Cause.UNIT_STOP);
    assertThat(filter.apply(WHOLE).nearMisses()).isEmpty();
  }

  @Test
  void keepsAFlagAndItsNearMisses() {
    ReportFilter filter =
        filter(Set.of(), Set.of(), Set.of(), Set.of(Flag.STALE_PID_FILE_COLLISION));
    Report report = Report.of(Sample.GENERATED, filter, WHOLE);
    assertThat(report.summary().cases()).isOne();
    assertThat(report.summary().stalePidFile()).isOne();
    assertThat(report.summary().unexpected143()).isOne();
    assertThat(report.analysis().nearMisses()).hasSize(1);
  }
}
