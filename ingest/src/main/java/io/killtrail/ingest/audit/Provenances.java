package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gives the facts of one event their ids: {@code audit:[node@]SECONDS.MILLIS:SERIAL[/ORDINAL]};
 * with the stamp as written where its zone is assumed, so that the id does not depend on that:
 * {@code ausearch:[node@]2026-11-21T02:22:16.868:SERIAL}.
 */
final class Provenances {
  private final AuditEvent event;
  private final SourceForm form;
  private int facts;
  private List<RawRecord> raw = List.of();

  Provenances(AuditEvent event, SourceForm form) {
    this.event = event;
    this.form = form;
  }

  Provenance next() {
    int ordinal = facts++;
    return suffixed(ordinal == 0 ? "" : "/" + ordinal);
  }

  Provenance suffixed(String suffix) {
    EventId id = event.id();
    return new Provenance(
        new FactId(text(suffix)),
        Instant.ofEpochMilli(id.epochMillis()),
        form,
        id.node().name().or(event.origin()::host),
        event.origin().bootId(),
        OptionalLong.of(id.serial()),
        raw());
  }

  private String text(String suffix) {
    EventId id = event.id();
    Optional<String> written = event.origin().localStamp();
    StringBuilder text = new StringBuilder(40).append(written.isEmpty() ? "audit:" : "ausearch:");
    Optional<String> node = id.node().name();
    if (node.isPresent()) {
      text.append(node.get()).append('@');
    }
    if (written.isEmpty()) {
      appendStamp(text, id.epochMillis());
    } else {
      text.append(written.get().replace(' ', 'T'));
    }
    return text.append(':').append(id.serial()).append(suffix).toString();
  }

  private static void appendStamp(StringBuilder text, long epochMillis) {
    int millis = (int) (epochMillis % 1000);
    text.append(epochMillis / 1000).append('.');
    text.append(millis / 100).append(millis / 10 % 10).append(millis % 10);
  }

  private List<RawRecord> raw() {
    if (raw.isEmpty()) {
      List<RawRecord> records = new ArrayList<>(event.count());
      for (int i = 0; i < event.count(); i++) {
        RawRecord next = event.record(i).raw();
        if (records.isEmpty() || !records.getLast().equals(next)) { // some forms: an event a line
          records.add(next);
        }
      }
      raw = List.copyOf(records);
    }
    return raw;
  }
}
