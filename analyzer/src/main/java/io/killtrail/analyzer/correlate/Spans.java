package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of time, put together. */
final class Spans {
  /** More than this nobody can tell apart: those nearest to each other become one. */
  static final int MOST = 500;

  private Spans() {}

  /** In order, those that touch as one. */
  static List<Span> joined(List<Span> spans) {
    return joined(spans, Duration.ZERO);
  }

  /** In order, those that are no farther apart than this as one. */
  static List<Span> joined(List<Span> spans, Duration apart) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing(Span::from).thenComparing(Span::to));
    List<Span> joined = join(sorted, apart);
    Duration wider = apart.plusSeconds(1);
    while (joined.size() > MOST) {
      joined = join(joined, wider);
      wider = wider.multipliedBy(2);
    }
    return joined;
  }

  private static List<Span> join(List<Span> sorted, Duration apart) {
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      boolean near = !joined.isEmpty() && !joined.getLast().to().plus(apart).isBefore(span.from());
      if (near) {
        joined.set(joined.size() - 1, joined.getLast().and(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
