package io.killtrail.ingest.audit;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the kernel's log as dmesg or a serial console shows it: {@code [ 25.616] audit: type=1300
 * audit(1795228067.608:484): ...}. Only audit records have a date there; all other lines are passed
 * over.
 */
public final class KernelLogReader implements FormatReader {
  private final AuditStream stream = new AuditStream();

  public KernelLogReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, sink);
    long records = 0;
    while (lines.next()) {
      Line line = lines.line();
      String text = line.latin1();
      Optional<PrintedRecord> record = PrintedRecord.parse(text);
      if (record.isPresent()) {
        RawRecord raw = new RawRecord(context.path(), line.offset(), text);
        give(record.get(), context, raw, sink);
        records++;
      }
    }
    stream.endInput(sink);
    return new ReadResult(records, Optional.empty());
  }

  private void give(PrintedRecord record, InputContext context, RawRecord raw, FactSink sink) {
    RecordHeader header =
        new RecordHeader(
            record.type(),
            record.epochMillis(),
            record.serial(),
            Optional.empty(),
            context.options().host(),
            Optional.empty());
    byte[] body = record.body().getBytes(StandardCharsets.ISO_8859_1);
    stream.record(header, body, SourceForm.KERNEL_PRINTK, raw, sink);
  }

  @Override
  public void finish(FactSink sink) {
    stream.finish(sink);
  }
}
