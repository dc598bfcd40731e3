package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.audit.RecordType.Role;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Audit records in, facts out: for records that auditd wrote, and for those that another witness
 * received, such as journald over netlink or the kernel's log.
 *
 * <p>Give the records in the order of their source, and call {@link #finish} at the end: events are
 * kept open until no more records of theirs are to be expected.
 */
public final class AuditStream {
  private static final String FULL = "its event has too many records";

  private final AuditNodes nodes = new AuditNodes();
  private final EventAssembler assembler = new EventAssembler();
  private final AuditFacts facts = new AuditFacts();
  private boolean looking;

  /**
   * A record whose header came apart from its body.
   *
   * @param body the bytes after the header, as auditd would have them after {@code ): }
   * @param form how it reached us
   * @param raw the line or entry that it came from
   * @param sink given the facts of all events that are now complete
   */
  public void record(
      RecordHeader header, byte[] body, SourceForm form, RawRecord raw, FactSink sink) {
    byte[] name = header.type().getBytes(StandardCharsets.ISO_8859_1);
    RecordType type = RecordType.of(name, 0, name.length);
    AuditNode node = nodes.find(header.node(), header.host());
    EventId id = new EventId(node, header.epochMillis(), header.serial());
    Origin origin = new Origin(header.host(), header.bootId());
    boolean anew = beginsAnew(type, id);
    take(id, origin, AuditRecord.ofBody(type, body, form, raw), anew, sink);
    count(type, id);
  }

  /** One input is at its end: tells which serials it had. Events may go on in the next. */
  public void endInput(FactSink sink) {
    nodes.all().forEach(node -> node.ledger().close(sink));
  }

  /** No more records follow: gives away what was kept back. */
  public void finish(FactSink sink) {
    endInput(sink);
    assembler.finish(event -> give(event, sink));
  }

  /** Gives provisionally what is kept back, but for what was shown before and has not changed. */
  public void show(FactSink sink) {
    nodes.all().forEach(node -> node.ledger().tell(sink));
    AuditFacts looks = new AuditFacts(); // what is seen here is news all the same when it is given
    assembler.forEachOpen(
        event -> {
          if (event.isToBeShown()) {
            sink.withdraw(key(event)); // it may have been shown before a crash, too
            looks.give(event, new ProvisionalSink(sink, key(event)));
            event.shown();
          }
        });
  }

  /** Takes back what was shown. */
  void hide(FactSink sink) {
    nodes.all().forEach(node -> node.ledger().takeBack(sink));
    assembler.forEachOpen(event -> hide(event, sink));
  }

  /** What follows is looked at and will come again: no event that was given before is given now. */
  void look() {
    looking = true;
  }

  private void give(AuditEvent event, FactSink sink) {
    hide(event, sink);
    if (!looking || !event.givenBefore()) {
      facts.give(event, sink);
    }
  }

  private static void hide(AuditEvent event, FactSink sink) {
    if (event.isShown()) {
      sink.withdraw(key(event));
      event.hidden();
    }
  }

  private static FactId key(AuditEvent event) {
    return new FactId(
        "open:"
            + event.record(0).form()
            + ":"
            + event.id().node().name().map(name -> name + "@").orElse("")
            + event.id().epochMillis()
            + ":"
            + event.id().serial());
  }

  /** All that {@link #restore} needs to go on as if there had been no pause. */
  void save(DataOutput out) throws IOException {
    assembler.save(nodes.save(out), out);
    facts.save(out);
  }

  /** Only on a stream that has taken no record yet. */
  void restore(DataInput in) throws IOException {
    assembler.restore(nodes.restore(in), in);
    facts.restore(in);
  }

  AuditNodes nodes() {
    return nodes;
  }

  /** Lets the node's time go on; whether the kernel's serials began anew with this record. */
  boolean beginsAnew(RecordType type, EventId id) {
    if (type.role() == Role.DAEMON) {
      return false; // auditd's own serials, and a stamp that is ahead of the kernel's
    }
    id.node().clock().see(id.epochMillis());
    return id.node().serials().beginsAnew(id.epochMillis(), id.serial());
  }

  /** Whether a record of this type would be the first of its node to be counted. */
  boolean isFirst(RecordType type, EventId id) {
    return type.role() != Role.DAEMON && id.node().ledger().isEmpty();
  }

  /** Notes the serial as seen; the first of a node, or of a boot, after it was taken. */
  void count(RecordType type, EventId id) {
    if (type.role() != Role.DAEMON) {
      id.node().ledger().add(id);
    }
  }

  void take(EventId id, Origin origin, AuditRecord record, boolean anew, FactSink sink) {
    if (anew) {
      id.node().ledger().close(sink);
    }
    if (record.type().role() != Role.DAEMON) {
      id.node().ledger().open(id, origin, record, sink);
    }
    if (anew) {
      facts.serialsBeganAnew(AuditEvent.of(id, origin, record), sink);
    }
    switch (record.type().role()) {
      case PART -> part(id, origin, record, sink);
      case LAST -> {
        part(id, origin, record, sink);
        assembler.end(id, event -> give(event, sink));
      }
      case ALONE, DAEMON -> facts.give(AuditEvent.of(id, origin, record), sink);
      case END -> assembler.end(id, event -> give(event, sink));
      case UNUSED -> {
        // Its time and serial were all there was to it.
      }
    }
  }

  private void part(EventId id, Origin origin, AuditRecord record, FactSink sink) {
    if (!assembler.part(id, origin, record, event -> give(event, sink))) {
      RawRecord raw = record.raw();
      sink.rejected(new Rejection(raw.input(), raw.offset(), FULL, raw.latin1()));
    }
  }
}
