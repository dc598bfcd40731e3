package io.killtrail.ingest.rules;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.Configured.Item;
import io.killtrail.ingest.fact.FactId;
import io.killtrail.ingest.fact.Provenance;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads {@code /etc/audit/audit.rules}, files of {@code rules.d}, and what {@code auditctl -l} and
 * {@code auditctl -s} print. Nothing in them says since when they hold: their facts bear the time
 * of the file.
 */
public final class AuditRulesReader implements FormatReader {
  private static final long MIX = 0x9e3779b97f4a7c15L;

  public AuditRulesReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, sink);
    long records = 0;
    int number = 0;
    while (lines.next()) {
      Line line = lines.line();
      String text = new String(line.buffer(), line.start(), line.length(), StandardCharsets.UTF_8);
      number++;
      if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
        records += line(text, number, line, context, sink) ? 1 : 0;
      }
    }
    return new ReadResult(records, Optional.empty());
  }

  private static boolean line(
      String text, int number, Line line, InputContext context, FactSink sink) {
    RawRecord raw = new RawRecord(context.path(), line.offset(), line.latin1());
    RuleLine read = RuleLine.read(text, number);
    if (!read.known()) {
      sink.rejected(new Rejection(context.path(), line.offset(), "no audit rule", line.latin1()));
    }
    read.item().ifPresent(item -> sink.fact(fact(item, number, raw, context)));
    return read.known();
  }

  private static Configured fact(Item item, int number, RawRecord raw, InputContext context) {
    Optional<String> host = context.options().host();
    return new Configured(
        new Provenance(
            new FactId(
                "rules:"
                    + hash(
                        host.orElse("")
                            + '\n'
                            + raw.input()
                            + '\n'
                            + number
                            + '\n'
                            + raw.latin1())),
            context.fileTime(),
            SourceForm.AUDIT_RULES,
            host,
            Optional.empty(),
            OptionalLong.empty(),
            List.of(raw)),
        item);
  }

  private static String hash(String text) {
    long hash = 1;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MIX;
      hash ^= hash >>> 32;
    }
    return Long.toHexString(hash);
  }
}
