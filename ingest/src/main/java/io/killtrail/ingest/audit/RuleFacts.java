package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.Configured.RuleChanged;
import io.killtrail.ingest.fact.Configured.Setting;
import io.killtrail.ingest.fact.EvidenceGap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * CONFIG_CHANGE: from here on other things are recorded than before ({@code audit_log_rule_change}
 * and {@code audit_log_config_change} of the kernel). {@code lost=0 old=N}: the counter of lost
 * records was set back; what it had counted was lost.
 */
final class RuleFacts {
  private static final byte ENRICHED = 0x1d;
  private static final List<FieldKey> SETTINGS =
      List.of(FieldKey.AUDIT_ENABLED, FieldKey.AUDIT_RATE_LIMIT, FieldKey.AUDIT_BACKLOG_LIMIT);

  private RuleFacts() {}

  static void give(EventReading event, FactSink sink) {
    for (AuditRecord record : event.all(RecordType.CONFIG_CHANGE)) {
      RecordFields fields = event.fields(record);
      long lost = fields.has(FieldKey.LOST) ? fields.number(FieldKey.OLD) : 0;
      if (lost > 0) {
        sink.fact(lost(event, record, lost));
      } else if (!fields.is(FieldKey.RES, "0")) {
        item(fields).ifPresent(item -> sink.fact(new Configured(event.provenance(), item)));
      }
    }
  }

  private static EvidenceGap lost(EventReading event, AuditRecord record, long lost) {
    return new EvidenceGap(
        event.provenance(),
        EvidenceGap.Problem.AUDIT_LOST,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.of(lost),
        words(record));
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

  private static Optional<Item> item(RecordFields fields) {
    for (FieldKey key : SETTINGS) {
      long value = fields.number(key);
      if (value != FieldDecoder.NO_NUMBER) {
        long old = fields.number(FieldKey.OLD);
        return Optional.of(
            new Setting(
                key.name().toLowerCase(Locale.ROOT),
                value,
                old == FieldDecoder.NO_NUMBER ? OptionalLong.empty() : OptionalLong.of(old)));
      }
    }
    return fields.text(FieldKey.OP).flatMap(op -> rule(op, fields));
  }

  /** {@code add_rule}; before 4.18 quoted with a blank, {@code "add rule"}. */
  private static Optional<Item> rule(String op, RecordFields fields) {
    boolean added = op.startsWith("add");
    return added || op.startsWith("remove")
        ? Optional.of(new RuleChanged(added, RuleKey.of(fields)))
        : Optional.empty();
  }
}
