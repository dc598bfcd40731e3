package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Signals out of records without headers, as journald's text form has them: whoever joined the
 * records to an event knows its provenance, what they mean is the same as in auditd's log.
 */
public final class JoinedSignals {
  private final Workbench bench = new Workbench();
  private final Sightings sightings = new Sightings();
  private final EventId id = new EventId(new AuditNodes().find(Optional.empty()), 0, 0);

  /**
   * The signal that these records of one event tell, if its system call sends one.
   *
   * @param records each the type's name, a blank and the body, in their order; one at least
   * @param provenance of the event, with as many raw records
   */
  public Optional<SignalSent> read(List<String> records, Provenance provenance) {
    AuditEvent event = new AuditEvent(id, new Origin(provenance.node(), provenance.bootId()));
    for (int i = 0; i < records.size(); i++) {
      event.add(record(records.get(i), provenance, provenance.raw().get(i)));
    }
    EventReading reading = new EventReading(event, bench);
    return SignalFacts.read(reading, sightings, provenance);
  }

  private static AuditRecord record(String text, Provenance provenance, RawRecord raw) {
    int blank = text.indexOf(' ');
    int end = blank < 0 ? text.length() : blank;
    byte[] name = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = text.substring(Math.min(end + 1, text.length())).getBytes(StandardCharsets.UTF_8);
    return AuditRecord.ofBody(RecordType.of(name, 0, name.length), body, provenance.form(), raw);
  }
}
