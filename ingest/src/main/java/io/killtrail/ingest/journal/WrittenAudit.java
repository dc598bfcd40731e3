package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.audit.AuditStream;
import io.killtrail.ingest.audit.ForwardedRecord;
import io.killtrail.ingest.audit.PrintedRecord;
import io.killtrail.ingest.audit.RecordHeader;
import io.killtrail.ingest.fact.SourceForm;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Audit records that are the text of a message, with time and serial of their own: forwarded by
 * auditd's syslog plugin ({@code audispd: node=… type=SYSCALL msg=audit(…): …}, whatever it is
 * called), and printed by the kernel ({@code audit: type=1300 audit(…): …}).
 */
final class WrittenAudit {
  // One event may come by both roads; each is an observation of its own.
  private final AuditStream forwarded = new AuditStream();
  private final AuditStream printed = new AuditStream();

  /** Takes the message if it is a record; whether it was one. */
  boolean read(Message message, Origin origin, FactSink sink) {
    return message.road() == Message.Road.KERNEL
        ? printed(message.text(), origin, sink)
        : message.byRoot() && forwarded(message.text(), origin, sink);
  }

  private boolean printed(String text, Origin origin, FactSink sink) {
    Optional<PrintedRecord> record = PrintedRecord.parse(text);
    if (record.isEmpty()) {
      return false;
    }
    PrintedRecord found = record.get();
    RecordHeader header =
        new RecordHeader(
            found.type(),
            found.epochMillis(),
            found.serial(),
            Optional.empty(),
            origin.node(),
            origin.bootId());
    printed.record(header, bytes(found.body()), SourceForm.KERNEL_PRINTK, origin.raw(), sink);
    return true;
  }

  private boolean forwarded(String text, Origin origin, FactSink sink) {
    Optional<ForwardedRecord> record = ForwardedRecord.parse(text);
    if (record.isEmpty()) {
      return false;
    }
    ForwardedRecord found = record.get();
    RecordHeader header =
        new RecordHeader(
            found.type(),
            found.epochMillis(),
            found.serial(),
            found.node(),
            origin.node(),
            origin.bootId());
    forwarded.record(header, bytes(found.body()), SourceForm.AUDIT_RAW, origin.raw(), sink);
    return true;
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Gives provisionally what may wait for records. */
  void show(FactSink sink) {
    forwarded.show(sink);
    printed.show(sink);
  }

  /** One input is at its end. */
  void endInput(FactSink sink) {
    forwarded.endInput(sink);
    printed.endInput(sink);
  }

  /** Gives away the events that may still have waited for records. */
  void finish(FactSink sink) {
    forwarded.finish(sink);
    printed.finish(sink);
  }
}
