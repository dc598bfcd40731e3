package io.killtrail.analyzer.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostTimelineTest {
  private static final HostTimeline WHOLE =
      new HostTimeline(
          Optional.of("web01"),
          List.of(boot(0, 100), boot(200, 300)),
          new SignalTimes(
              Duration.ofSeconds(60),
              Map.of(at(0), Map.of(15, 1L), at(180), Map.of(15, 2L), at(240), Map.of(9, 3L))),
          List.of(
              new Watch(
                  Watch.Source.SIGNAL_CALLS,
                  List.of(new Span(at(0), at(100)), new Span(at(200), at(300))),
                  List.of(new Span(at(90), at(210))))));

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private static BootSpan boot(long from, long to) {
    return new BootSpan(Optional.empty(), new Span(at(from), at(to)), true);
  }

  @Test
  void allOfItLiesInAllTime() {
    assertThat(WHOLE.within(Optional.empty(), Optional.empty())).isEqualTo(WHOLE);
  }

  @Test
  void aPartIsCutAtBothEnds() {
    HostTimeline part = WHOLE.within(Optional.of(at(100)), Optional.of(at(220)));
    assertThat(part.boots())
        .extracting(BootSpan::seen)
        .containsExactly(new Span(at(100), at(100)), new Span(at(200), at(220)));
    assertThat(part.watches().getFirst().missing()).containsExactly(new Span(at(100), at(210)));
  }

  @Test
  void whatLiesOutsideIsNotThere() {
    HostTimeline later = WHOLE.within(Optional.of(at(301)), Optional.empty());
    assertThat(later.boots()).isEmpty();
    assertThat(later.watches().getFirst().heard()).isEmpty();
    assertThat(WHOLE.within(Optional.empty(), Optional.of(at(0))).boots()).isEmpty();
  }

  @Test
  void stretchesOfSignalsAreWholeWhereTheyReachIn() {
    assertThat(WHOLE.within(Optional.of(at(200)), Optional.of(at(240))).signals().calls())
        .isEqualTo(Map.of(at(180), Map.of(15, 2L)));
  }

  @Test
  void aSpanDoesNotEndBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(at(1), at(0)));
    assertThat(Span.between(at(1), at(0))).isEqualTo(new Span(at(0), at(1)));
  }
}
