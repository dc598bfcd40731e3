package io.killtrail.ingest.audit;

/** Events in the order in which they were queued; an event is in one queue at most. */
final class EventQueue {
  private AuditEvent oldest;
  private AuditEvent newest;
  private int count;
  private long size;

  void add(AuditEvent event, long record) {
    event.queue = this;
    event.queuedAtTick = event.id().node().clock().ticks();
    event.queuedAtRecord = record;
    event.older = newest;
    event.newer = null;
    if (newest == null) {
      oldest = event;
    } else {
      newest.newer = event;
    }
    newest = event;
    count++;
    size += event.size();
  }

  void remove(AuditEvent event) {
    if (event.older == null) {
      oldest = event.newer;
    } else {
      event.older.newer = event.newer;
    }
    if (event.newer == null) {
      newest = event.older;
    } else {
      event.newer.older = event.older;
    }
    event.older = null;
    event.newer = null;
    event.queue = null;
    count--;
    size -= event.size();
  }

  /** A record of this many bytes joined one of the events. */
  void grew(int bytes) {
    size += bytes;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Only when not empty. */
  AuditEvent oldest() {
    return oldest;
  }

  int count() {
    return count;
  }

  /** Bytes of all records in it. */
  long size() {
    return size;
  }
}
