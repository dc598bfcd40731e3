package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.audit.AuditStream;
import io.killtrail.ingest.audit.RecordHeader;
import io.killtrail.ingest.fact.SourceForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Audit records inside a journal: those that journald received over netlink, an entry a record with
 * the header in fields of its own (journald-audit.c, v218 and later), and those that are written
 * out as text.
 */
final class AuditEntries {
  // One event may come by several roads; each is an observation of its own.
  private final AuditStream received = new AuditStream();
  private final WrittenAudit written = new WrittenAudit();

  /** Takes the entry if it is an audit record; whether it was one. */
  boolean read(JournalEntry entry, Message message, Origin origin, FactSink sink) {
    return message.road() == Message.Road.AUDIT
        ? received(entry, message.text(), origin, sink)
        : written.read(message, origin, sink);
  }

  /** {@code MESSAGE} is the type's name and the body; the serial is a field. */
  private boolean received(JournalEntry entry, String message, Origin origin, FactSink sink) {
    OptionalLong serial =
        entry.get(JournalField.AUDIT_ID).map(Digits::number).orElse(OptionalLong.empty());
    int blank = message.indexOf(' ');
    if (serial.isEmpty() || blank <= 0) {
      return false;
    }
    RecordHeader header =
        new RecordHeader(
            message.substring(0, blank),
            origin.time().toEpochMilli(),
            serial.getAsLong(),
            Optional.empty(),
            origin.node(),
            origin.bootId());
    byte[] body = message.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
    received.record(header, body, SourceForm.JOURNAL_JSON, origin.raw(), sink);
    return true;
  }

  /** Gives provisionally what may wait for records. */
  void show(FactSink sink) {
    received.show(sink);
    written.show(sink);
  }

  /** One input is at its end. */
  void endInput(FactSink sink) {
    received.endInput(sink);
    written.endInput(sink);
  }

  /** Gives away the events that may still have waited for records. */
  void finish(FactSink sink) {
    received.finish(sink);
    written.finish(sink);
  }
}
