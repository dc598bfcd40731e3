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

/** Gives the facts of one event their ids: {@code audit:[node@]SECONDS.MILLIS:SERIAL[/ORDINAL]}. */
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
        new FactId(text(id, suffix)),
        Instant.ofEpochMilli(id.epochMillis()),
        form,
        id.node().name().or(event.origin()::host),
        event.origin().bootId(),
        OptionalLong.of(id.serial()),
        raw());
  }

  private static String text(EventId id, String suffix) {
    StringBuilder text = new StringBuilder(40).append("audit:");
    Optional<String> node = id.node().name();
    if (node.isPresent()) {
      text.append(node.get()).append('@');
    }
    int millis = (int) (id.epochMillis() % 1000);
    text.append(id.epochMillis() / 1000).append('.');
    text.append(millis / 100).append(millis / 10 % 10).append(millis % 10);
    return text.append(':').append(id.serial()).append(suffix).toString();
  }

  private List<RawRecord> raw() {
    if (raw.isEmpty()) {
      List<RawRecord> records = new ArrayList<>(event.count());
      for (int i = 0; i < event.count(); i++) {
        records.add(event.record(i).raw());
      }
      raw = List.copyOf(records);
    }
    return raw;
  }
}
