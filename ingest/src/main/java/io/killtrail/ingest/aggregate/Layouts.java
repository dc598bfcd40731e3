package io.killtrail.ingest.aggregate;

import java.util.List;
import java.util.Optional;

/** All layouts that are known; the first that fits is taken. */
final class Layouts {
  private static final List<Layout> ALL =
      List.of(
          new LaurelLayout(),
          new GoAuditLayout(),
          new ItemsLayout(),
          new BeatLayout(),
          new AuomsLayout());

  /** What exports of Elasticsearch wrap every document in. */
  private static final String WRAPPER = "_source";

  private Layouts() {}

  static Optional<AggregatedEvent> event(Json.Members object) {
    Json.Members inner =
        object.find(WRAPPER).orElse(object) instanceof Json.Members source ? source : object;
    return ALL.stream()
        .filter(layout -> layout.fits(inner))
        .findFirst()
        .flatMap(layout -> layout.event(inner));
  }
}
