package io.killtrail.ingest.audit;

import java.util.Optional;

/** Open and recently closed events by their ids. */
final class EventTable {
  private static final int BITS = 15;

  private final AuditEvent[] buckets = new AuditEvent[1 << BITS];

  Optional<AuditEvent> find(EventId id) {
    AuditEvent event = buckets[id.bucket(BITS)];
    while (event != null && !event.id().same(id)) {
      event = event.nextInBucket;
    }
    return Optional.ofNullable(event);
  }

  void add(AuditEvent event) {
    int bucket = event.id().bucket(BITS);
    event.nextInBucket = buckets[bucket];
    buckets[bucket] = event;
  }

  void remove(AuditEvent event) {
    int bucket = event.id().bucket(BITS);
    if (buckets[bucket] == event) {
      buckets[bucket] = event.nextInBucket;
      return;
    }
    AuditEvent before = buckets[bucket];
    while (before.nextInBucket != event) {
      before = before.nextInBucket;
    }
    before.nextInBucket = event.nextInBucket;
  }
}
