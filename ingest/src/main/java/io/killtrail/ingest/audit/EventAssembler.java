package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts the records of each event together. They may be scattered among records of other events. An
 * event is given away when its node's event time has gone on by 10 s, when its EOE came, or at the
 * end; it is then remembered for another 120 s, and given away again, completed, when a record
 * comes late. PROCTITLE ends nothing: under load OBJ_PID records follow it.
 */
final class EventAssembler {
  private static final long OPEN_MILLIS = 10_000;
  private static final long CLOSED_MILLIS = 120_000;

  /** For events of a node that fell silent. */
  private static final long OPEN_RECORDS = 100_000;

  private static final int MOST_OPEN = 20_000;
  private static final long MOST_OPEN_BYTES = 48L << 20;
  private static final int MOST_CLOSED = 4_096;
  private static final long MOST_CLOSED_BYTES = 8L << 20;

  /** Events with more records are not searched for copies. */
  private static final int FEW_RECORDS = 256;

  private final EventTable table = new EventTable();
  private final EventQueue open = new EventQueue();
  private final EventQueue closed = new EventQueue();
  private Optional<AuditEvent> last = Optional.empty();
  private long records;

  /**
   * A record that may be one of several of its event.
   *
   * @param complete given each event, and again whenever late records made it grow
   * @return whether it was taken; false when its event is full
   */
  boolean part(EventId id, Origin origin, AuditRecord record, Consumer<AuditEvent> complete) {
    records++;
    AuditEvent event = event(id, origin);
    if (isCopy(event, record)) {
      return true;
    }
    if (event.isFull()) {
      return false;
    }
    if (event.queue == closed) {
      closed.remove(event);
      open.add(event, records);
    }
    event.add(record);
    open.grew(record.size());
    expire(complete);
    return true;
  }

  /** Nothing more is expected of an event, though it may come. */
  void end(EventId id, Consumer<AuditEvent> complete) {
    Optional<AuditEvent> event = find(id);
    if (event.isPresent() && event.get().queue == open) {
      close(event.get(), complete);
    }
  }

  /** Those that are still open, in the order in which they were opened. */
  void forEachOpen(Consumer<AuditEvent> action) {
    open.forEach(action);
  }

  /** No more records come. */
  void finish(Consumer<AuditEvent> complete) {
    while (!open.isEmpty()) {
      close(open.oldest(), complete);
    }
    while (!closed.isEmpty()) {
      forget(closed.oldest());
    }
  }

  private AuditEvent event(EventId id, Origin origin) {
    Optional<AuditEvent> known = find(id);
    if (known.isPresent()) {
      last = known;
      return known.get();
    }
    AuditEvent event = new AuditEvent(id, origin);
    table.add(event);
    open.add(event, records);
    last = Optional.of(event);
    return event;
  }

  /** Most records belong to the event of the record before. */
  private Optional<AuditEvent> find(EventId id) {
    return last.isPresent() && last.get().id().same(id) ? last : table.find(id);
  }

  private static boolean isCopy(AuditEvent event, AuditRecord record) {
    return event.count() <= FEW_RECORDS && event.has(record);
  }

  private void expire(Consumer<AuditEvent> complete) {
    while (!open.isEmpty() && isOver(open.oldest())) {
      close(open.oldest(), complete);
    }
    while (!closed.isEmpty() && isForgotten(closed.oldest())) {
      forget(closed.oldest());
    }
  }

  private boolean isOver(AuditEvent event) {
    return age(event) >= OPEN_MILLIS
        || records - event.queuedAtRecord >= OPEN_RECORDS
        || open.count() > MOST_OPEN
        || open.size() > MOST_OPEN_BYTES;
  }

  private boolean isForgotten(AuditEvent event) {
    return age(event) >= CLOSED_MILLIS
        || closed.count() > MOST_CLOSED
        || closed.size() > MOST_CLOSED_BYTES;
  }

  private static long age(AuditEvent event) {
    return event.id().node().clock().ticks() - event.queuedAtTick;
  }

  private void close(AuditEvent event, Consumer<AuditEvent> complete) {
    open.remove(event);
    complete.accept(event);
    event.given();
    closed.add(event, records);
  }

  private void forget(AuditEvent event) {
    closed.remove(event);
    table.remove(event);
    if (last.isPresent() && last.get() == event) {
      last = Optional.empty();
    }
  }

  void save(Map<AuditNode, Integer> numbers, DataOutput out) throws IOException {
    out.writeLong(records);
    open.save(numbers, out);
    closed.save(numbers, out);
  }

  void restore(List<AuditNode> nodes, DataInput in) throws IOException {
    records = in.readLong();
    open.restore(nodes, in, table::add);
    closed.restore(nodes, in, table::add);
  }
}
