package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.audit.AuditStream;
import io.killtrail.ingest.audit.PrintedRecord;
import io.killtrail.ingest.audit.RecordHeader;
import io.killtrail.ingest.fact.SourceForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Audit records inside a journal: those that journald received over netlink, an entry a record with
 * the header in fields of its own (journald-audit.c, v218 and later), and those that the kernel
 * printed because no auditd took them.
 */
final class AuditEntries {
  // One event may come by both roads; each is an observation of its own.
  private final AuditStream received = new AuditStream();
  private final AuditStream printed = new AuditStream();

  /** Takes the entry if it is an audit record; whether it was one. */
  boolean read(JournalEntry entry, Origin origin, FactSink sink) {
    String message = entry.get(JournalField.MESSAGE).orElse("");
    return switch (entry.get(JournalField.TRANSPORT).orElse("")) {
      case "audit" -> received(entry, message, origin, sink);
      case "kernel" -> printed(message, origin, sink);
      default -> false;
    };
  }

  /** {@code MESSAGE} is the type's name and the body; the serial is a field. */
  private boolean received(JournalEntry entry, String message, Origin origin, FactSink sink) {
    OptionalLong serial =
        entry.get(JournalField.AUDIT_ID).map(Digits::number).orElse(OptionalLong.empty());
    int blank = message.indexOf(' ');
    if (serial.isEmpty() || blank <= 0) {
      return false;
    }
    give(
        new AuditText(
            message.substring(0, blank),
            origin.time().toEpochMilli(),
            serial.getAsLong(),
            message.substring(blank + 1)),
        SourceForm.JOURNAL_JSON,
        origin,
        sink);
    return true;
  }

  private boolean printed(String message, Origin origin, FactSink sink) {
    Optional<PrintedRecord> record = PrintedRecord.parse(message);
    record.ifPresent(
        found ->
            give(
                new AuditText(found.type(), found.epochMillis(), found.serial(), found.body()),
                SourceForm.KERNEL_PRINTK,
                origin,
                sink));
    return record.isPresent();
  }

  private void give(AuditText record, SourceForm form, Origin origin, FactSink sink) {
    RecordHeader header =
        new RecordHeader(
            record.type(),
            record.epochMillis(),
            record.serial(),
            Optional.empty(),
            origin.node(),
            origin.bootId());
    byte[] body = record.body().getBytes(StandardCharsets.UTF_8);
    AuditStream road = form == SourceForm.KERNEL_PRINTK ? printed : received;
    road.record(header, body, form, origin.raw(), sink);
  }

  /** One input is at its end. */
  void endInput(FactSink sink) {
    received.endInput(sink);
    printed.endInput(sink);
  }

  /** Gives away the events that may still have waited for records. */
  void finish(FactSink sink) {
    received.finish(sink);
    printed.finish(sink);
  }

  private record AuditText(String type, long epochMillis, long serial, String body) {}
}
