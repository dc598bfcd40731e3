package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.LineTaker;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.source.Line;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Lines that hold records, but not as auditd writes them: {@code ausearch -i}, several records on
 * one line, text in front, records that somebody wrapped over several lines.
 */
final class OddLines {
  private final AuditStream stream;
  private final AuditStream interpreted = new AuditStream();
  private final WrappedRecord wrapped = new WrappedRecord();
  private final InputContext context;
  private final RecordFinder finder;
  private final LineTaker others;
  private boolean local;
  private boolean used;

  /**
   * Lines of one input.
   *
   * @param stream takes the records that have a time
   * @param others takes lines of other kinds, which know more of who forwarded a record
   */
  OddLines(AuditStream stream, InputContext context, LineTaker others) {
    this.stream = stream;
    this.context = context;
    this.others = others;
    this.finder = new RecordFinder(zone());
  }

  private ZoneId zone() {
    return context.options().sourceZone().orElse(ZoneOffset.UTC);
  }

  /** A plain record was read; an odd line after it may continue it. */
  void after(AuditRecord record) {
    wrapped.begin(record);
  }

  /** A plain record of no use was read; an odd line after it may continue that. */
  void afterUnused() {
    wrapped.beginUnused();
  }

  /** What the line before said is complete. */
  void afterGap() {
    wrapped.end();
  }

  /** How many records begin on the line; empty if it is no part of any. */
  Optional<Integer> read(Line line, FactSink sink) {
    if (others.take(line)) {
      wrapped.end();
      used = true;
      return Optional.of(1);
    }
    String text = Ideographic.removed(line.latin1());
    List<RecordFinder.Found> found = finder.find(text);
    if (found.isEmpty() && !wrapped.takes(text)) {
      return Optional.empty();
    }
    used = true;
    for (RecordFinder.Found record : found) {
      take(record, line.offset() + record.start(), sink);
    }
    return Optional.of(found.size());
  }

  private void take(RecordFinder.Found found, long offset, FactSink sink) {
    RecordStamp stamp = found.stamp();
    local |= stamp.local().isPresent();
    byte[] name = found.type().getBytes(StandardCharsets.ISO_8859_1);
    RecordType type = RecordType.of(name, 0, name.length);
    AuditStream road = stamp.local().isPresent() ? interpreted : stream;
    EventId id = new EventId(road.nodes().find(found.node()), stamp.epochMillis(), stamp.serial());
    boolean dated = stamp.local().isEmpty();
    boolean anew = road.beginsAnew(type, id) && dated;
    if (type != RecordType.OTHER || anew || (dated && road.isFirst(type, id))) {
      AuditRecord record = record(type, found, offset);
      wrapped.begin(record);
      Origin origin = new Origin(context.options().host(), Optional.empty(), stamp.local());
      road.take(id, origin, record, anew, sink);
    } else {
      wrapped.beginUnused();
    }
    if (dated) {
      road.count(type, id);
    }
  }

  private AuditRecord record(RecordType type, RecordFinder.Found found, long offset) {
    return AuditRecord.ofBody(
        type,
        found.body().getBytes(StandardCharsets.ISO_8859_1),
        found.stamp().local().isPresent() ? SourceForm.AUDIT_INTERPRETED : SourceForm.AUDIT_RAW,
        new RawRecord(context.path(), offset, found.text()));
  }

  /** Whether any line was of use here: what it said may not be over. */
  boolean used() {
    return used;
  }

  /** What was assumed about the records' dates. */
  Optional<String> note() {
    boolean assumed = local && context.options().sourceZone().isEmpty();
    return assumed ? Optional.of("dates without a zone read as UTC") : Optional.empty();
  }

  /** The input is at its end. */
  void finish(FactSink sink) {
    interpreted.finish(sink);
    others.finish();
  }
}
