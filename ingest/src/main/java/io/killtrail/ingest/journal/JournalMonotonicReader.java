package io.killtrail.ingest.journal;

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
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code journalctl -o short-monotonic}. Its stamps count from boot, and nothing says when
 * that was, so that only audit records with a stamp of their own can be dated. An input without any
 * is of no use, and refused with that reason.
 */
public final class JournalMonotonicReader implements FormatReader {
  private static final String UNDATED =
      "stamps count from boot and have no date; write the journal with -o json or -o short-iso";

  private final WrittenAudit audit = new WrittenAudit();

  public JournalMonotonicReader() {}

  /** Whether the line, one char a byte, has this form. */
  public static boolean recognises(String latin1) {
    return MonotonicLine.parse(latin1).isPresent();
  }

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, sink);
    long records = 0;
    long dated = 0;
    while (lines.next()) {
      Line line = lines.line();
      Optional<MonotonicLine> read = MonotonicLine.parse(Lines.text(line));
      if (read.isPresent()) {
        records++;
        dated += audit.read(read.get().message(), origin(read.get(), line, context), sink) ? 1 : 0;
      } else if (!Lines.blank(line) && !Lines.aside(line)) {
        sink.rejected(Lines.rejected(line, context, "no stamp and host"));
      }
    }
    audit.endInput(sink);
    if (dated == 0) {
      throw new IOException(records + " lines, none of them dated: " + UNDATED);
    }
    String note =
        String.format(Locale.ROOT, "%d of %d lines read, audit records: ", dated, records);
    return new ReadResult(records, Optional.of(note + "other " + UNDATED));
  }

  @Override
  public void finish(FactSink sink) {
    audit.finish(sink);
  }

  /** Audit records bring time and id with them. */
  private static Origin origin(MonotonicLine read, Line line, InputContext context) {
    String text = line.latin1();
    return new Origin(
        EntryId.of(text),
        Instant.EPOCH,
        SourceForm.JOURNAL_SHORT,
        Optional.of(read.host()),
        Optional.empty(),
        new RawRecord(context.path(), line.offset(), text));
  }
}
