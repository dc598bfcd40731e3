package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Events in the order in which they were queued; an event is in one queue at most. */
final class EventQueue {
  private AuditEvent oldest;
  private AuditEvent newest;
  private int count;
  private long size;

  void add(AuditEvent event, long record) {
    event.queuedAtTick = event.id().node().clock().ticks();
    event.queuedAtRecord = record;
    append(event);
  }

  private void append(AuditEvent event) {
    event.queue = this;
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

  void forEach(Consumer<AuditEvent> action) {
    for (AuditEvent event = oldest; event != null; event = event.newer) {
      action.accept(event);
    }
  }

  void save(Map<AuditNode, Integer> numbers, DataOutput out) throws IOException {
    out.writeInt(count);
    for (AuditEvent event = oldest; event != null; event = event.newer) {
      out.writeInt(numbers.getOrDefault(event.id().node(), 0));
      event.save(out);
    }
  }

  /** Tells {@code restored} of each event. */
  void restore(List<AuditNode> nodes, DataInput in, Consumer<AuditEvent> restored)
      throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      AuditEvent event = AuditEvent.restored(nodes.get(in.readInt()), in);
      append(event);
      restored.accept(event);
    }
  }
}
