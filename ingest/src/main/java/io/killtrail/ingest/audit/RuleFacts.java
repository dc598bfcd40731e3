package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.EvidenceGap.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/** CONFIG_CHANGE: from here on other things are recorded than before. */
final class RuleFacts {
  private static final byte ENRICHED = 0x1d;

  private RuleFacts() {}

  static void give(EventReading event, FactSink sink) {
    for (AuditRecord record : event.all(RecordType.CONFIG_CHANGE)) {
      RecordFields fields = event.fields(record);
      if (changesRules(fields)) {
        give(event, record, Problem.RULES_CHANGED, OptionalLong.empty(), sink);
      } else if (fields.has(FieldKey.LOST) && fields.number(FieldKey.OLD) > 0) {
        // The counter of lost records was set back; what it had counted was lost.
        OptionalLong lost = OptionalLong.of(fields.number(FieldKey.OLD));
        give(event, record, Problem.AUDIT_LOST, lost, sink);
      }
    }
  }

  private static boolean changesRules(RecordFields fields) {
    return fields.has(FieldKey.AUDIT_ENABLED)
        || fields.has(FieldKey.AUDIT_RATE_LIMIT)
        || fields.has(FieldKey.AUDIT_BACKLOG_LIMIT)
        || fields
            .text(FieldKey.OP)
            .filter(op -> op.startsWith("add") || op.startsWith("remove"))
            .isPresent();
  }

  private static void give(
      EventReading event, AuditRecord record, Problem problem, OptionalLong lost, FactSink sink) {
    sink.fact(
        new EvidenceGap(
            event.provenance(), problem, Optional.empty(), Optional.empty(), lost, words(record)));
  }

  private static String words(AuditRecord record) {
    byte[] bytes = record.bytes();
    int end = record.bodyStart();
    while (end < bytes.length && bytes[end] != ENRICHED) {
      end++;
    }
    int start = record.bodyStart();
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
