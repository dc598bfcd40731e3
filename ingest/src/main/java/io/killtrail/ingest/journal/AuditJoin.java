package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.audit.JoinedSignals;
import io.killtrail.ingest.fact.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins the audit records of one event out of journald's text form, which has no serials: the lines
 * without a pid that follow a SYSCALL line within its second belong to it, up to PROCTITLE, which
 * the kernel writes last. Other lines with a pid between them (CRED_ACQ, ANOM_ABEND) are events of
 * one record. Where two events mix, a target can be lost; it is never given to a later sender.
 */
final class AuditJoin {
  /** A broadcast names every process of the host; beyond this a line is no target any more. */
  private static final int MOST_RECORDS = 100_000;

  private final JoinedSignals signals = new JoinedSignals();
  private final FactSink sink;
  private Optional<Pending> pending = Optional.empty();

  AuditJoin(FactSink sink) {
    this.sink = sink;
  }

  /** A signal whose other records may follow. */
  private record Pending(Origin origin, List<String> records, List<RawRecord> raw) {
    void add(String text, RawRecord line) {
      if (records.size() < MOST_RECORDS) {
        records.add(text);
        raw.add(line);
      }
    }
  }

  /** The next line, of whatever speaker. */
  void read(Message message, Origin origin) {
    if (pending.isPresent() && !pending.get().origin().time().equals(origin.time())) {
      flush();
    }
    if (message.road() != Message.Road.AUDIT) {
      return;
    }
    if (message.text().startsWith("SYSCALL ")) {
      flush();
      begin(message.text(), origin);
    } else if (message.pid().isEmpty()) {
      pending.ifPresent(event -> join(event, message.text(), origin));
    }
  }

  /** No more lines follow. */
  void flush() {
    pending.ifPresent(
        event ->
            signals
                .read(event.records(), event.origin().provenance(0, event.raw()))
                .ifPresent(sink::fact));
    pending = Optional.empty();
  }

  /** Lines are joined only to calls that send signals. */
  private void begin(String text, Origin origin) {
    if (signals.read(List.of(text), origin.provenance(0)).isPresent()) {
      Pending event = new Pending(origin, new ArrayList<>(), new ArrayList<>());
      event.add(text, origin.raw());
      pending = Optional.of(event);
    }
  }

  private void join(Pending event, String text, Origin origin) {
    if (text.startsWith("OBJ_PID ") || text.startsWith("PROCTITLE ")) {
      event.add(text, origin.raw());
    }
    if (text.startsWith("PROCTITLE ")) {
      flush();
    }
  }
}
