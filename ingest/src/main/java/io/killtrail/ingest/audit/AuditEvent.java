package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The records of one event, in the order in which they came. */
final class AuditEvent {
  private static final int FEW = 4;

  /** More records than this come of no system call: even kill(-1) rarely meets as many. */
  static final int MOST_RECORDS = 65_536;

  private static final int MOST_BYTES = 24 << 20;

  private final EventId id;
  private final Origin origin;
  private AuditRecord[] records = new AuditRecord[FEW];
  private int count;
  private int size;
  private boolean givenBefore;
  private int shown;

  // Links of EventTable and EventQueue; nobody else's business.
  AuditEvent nextInBucket;
  EventQueue queue;
  AuditEvent older;
  AuditEvent newer;
  long queuedAtTick;
  long queuedAtRecord;

  AuditEvent(EventId id, Origin origin) {
    this.id = id;
    this.origin = origin;
  }

  /** An event of a single record. */
  static AuditEvent of(EventId id, Origin origin, AuditRecord record) {
    AuditEvent event = new AuditEvent(id, origin);
    event.add(record);
    return event;
  }

  void add(AuditRecord record) {
    if (count == records.length) {
      records = Arrays.copyOf(records, count * 2);
    }
    records[count++] = record;
    size += record.size();
  }

  boolean has(AuditRecord wanted) {
    for (int i = 0; i < count; i++) {
      if (records[i].sameAs(wanted)) {
        return true;
      }
    }
    return false;
  }

  EventId id() {
    return id;
  }

  Origin origin() {
    return origin;
  }

  int count() {
    return count;
  }

  AuditRecord record(int i) {
    return records[i];
  }

  /** Whether it takes no more records, so that memory is bounded. */
  boolean isFull() {
    return count >= MOST_RECORDS || size >= MOST_BYTES;
  }

  /** Bytes of memory of all records, about. */
  int size() {
    return size;
  }

  /** Whether its facts were given away already, before a late record came. */
  boolean givenBefore() {
    return givenBefore;
  }

  void given() {
    givenBefore = true;
  }

  /** Whether records came since it was last shown, before its facts were given. */
  boolean isToBeShown() {
    return !givenBefore && count > shown;
  }

  /** Whether its facts were given provisionally. */
  boolean isShown() {
    return shown > 0;
  }

  void shown() {
    shown = count;
  }

  void hidden() {
    shown = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(id.epochMillis());
    out.writeLong(id.serial());
    origin.save(out);
    out.writeBoolean(givenBefore);
    out.writeInt(shown);
    out.writeLong(queuedAtTick);
    out.writeLong(queuedAtRecord);
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      records[i].save(out);
    }
  }

  static AuditEvent restored(AuditNode node, DataInput in) throws IOException {
    EventId id = new EventId(node, in.readLong(), in.readLong());
    AuditEvent event = new AuditEvent(id, Origin.restored(in));
    event.givenBefore = in.readBoolean();
    event.shown = in.readInt();
    event.queuedAtTick = in.readLong();
    event.queuedAtRecord = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      event.add(AuditRecord.restored(in));
    }
    return event;
  }
}
