package io.killtrail.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Analysis;
import io.killtrail.analyzer.cases.RestartLoop;
import io.killtrail.reports.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reports that know what earlier ones told. */
class SeriesTest {
  private static final Analysis WHOLE = Sample.analysis();
  private static final Instant BETWEEN = Sample.STOP.plusSeconds(1);

  private static Told told(Instant until) {
    Analysis part = ReportFilter.of(Optional.empty(), Optional.of(until), Set.of()).apply(WHOLE);
    return Told.NOTHING.and(until, part, WHOLE);
  }

  private static Report next(Told told, boolean late, boolean newOnly) {
    ReportFilter filter = ReportFilter.ALL.in(new Series(told, late, newOnly), told.until());
    return Report.of(Sample.GENERATED, filter, WHOLE);
  }

  @Test
  void theFirstReportTellsAll() {
    assertThat(next(Told.NOTHING, true, true).analysis()).isEqualTo(WHOLE);
  }

  @Test
  void theNextTellsWhatCameSinceAndLoopsThatWentOn() {
    Analysis next = next(told(BETWEEN), true, true).analysis();
    assertThat(next.cases()).extracting(each -> each.time()).containsExactly(Sample.TIMEOUT);
    assertThat(next.nearMisses()).isEmpty();
    assertThat(next.restartLoops()).as("told, and did not go on").isEmpty();
  }

  @Test
  void aLoopThatWentOnIsToldAgain() {
    RestartLoop loop = WHOLE.restartLoops().getFirst();
    RestartLoop before =
        new RestartLoop(
            loop.host(), loop.unit(), 3, loop.status(), loop.first(), BETWEEN, loop.advice());
    Analysis then = Sample.withLoops(List.of(before));
    Told told = Told.NOTHING.and(BETWEEN, then, then);
    assertThat(next(told, true, true).analysis().restartLoops()).containsExactly(loop);
  }

  @Test
  void whatNoneToldIsToldHoweverOldItIs() {
    Told nothingButTime = new Told(Optional.of(Sample.GENERATED), Map.of());
    Analysis next = next(nothingButTime, true, true).analysis();
    assertThat(next.cases()).isEqualTo(WHOLE.cases());
    assertThat(next.nearMisses()).isEqualTo(WHOLE.nearMisses());
    assertThat(next.restartLoops()).isEqualTo(WHOLE.restartLoops());
    assertThat(next.presumedGroups()).isEqualTo(WHOLE.presumedGroups());
    assertThat(next(nothingButTime, false, true).analysis().cases()).isEmpty();
  }

  @Test
  void thereIsNoNewsWhenAllWasTold() {
    Told all = told(Sample.GENERATED);
    assertThat(next(all, true, true).hasNews()).isFalse();
    assertThat(next(told(BETWEEN), true, true).hasNews()).isTrue();
  }

  @Test
  void whatIsGoneFromTheIndexIsForgotten() {
    Told all = told(Sample.GENERATED);
    assertThat(all.verdicts())
        .hasSize(
            WHOLE.cases().size()
                + WHOLE.nearMisses().size()
                + WHOLE.restartLoops().size()
                + WHOLE.presumedGroups().size());
    Analysis nothing =
        ReportFilter.of(Optional.of(Sample.GENERATED), Optional.empty(), Set.of()).apply(WHOLE);
    assertThat(all.and(Sample.GENERATED, nothing, nothing).verdicts()).isEmpty();
  }
}
