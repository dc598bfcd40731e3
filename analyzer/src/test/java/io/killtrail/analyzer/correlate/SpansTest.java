package io.killtrail.analyzer.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.killtrail.analyzer.cases.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static Span span(int from, int to) {
    return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
  }

  @Test
  void thoseThatTouchBecomeOneInOrder() {
    assertThat(Spans.joined(List.of(span(50, 60), span(10, 20), span(20, 30), span(12, 14))))
        .containsExactly(span(10, 30), span(50, 60));
  }

  @Test
  void momentsThatAreNearBecomeOne() {
    assertThat(
            Spans.joined(List.of(span(0, 0), span(60, 60), span(200, 200)), Duration.ofSeconds(60)))
        .containsExactly(span(0, 60), span(200, 200));
  }

  @Test
  void thereAreNeverTooMany() {
    List<Span> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(span(10 * i, 10 * i + 1));
    }
    List<Span> joined = Spans.joined(many);
    assertThat(joined).hasSizeBetween(1, Spans.MOST);
    assertThat(joined.getFirst().from()).isEqualTo(many.getFirst().from());
    assertThat(joined.getLast().to()).isEqualTo(many.getLast().to());
  }
}
