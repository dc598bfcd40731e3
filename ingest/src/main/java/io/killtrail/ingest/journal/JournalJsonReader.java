package io.killtrail.ingest.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads {@code journalctl -o json}: an entry a line, audit records among them. */
public final class JournalJsonReader implements FormatReader {
  private final JournalEntryParser parser = new JournalEntryParser();
  private final JournalEntries entries = new JournalEntries();

  public JournalJsonReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, sink);
    long records = 0;
    while (lines.next()) {
      Line line = lines.line();
      if (!Lines.blank(line) && entry(line, context, sink)) {
        records++;
      }
    }
    entries.endInput(sink);
    return new ReadResult(records, Optional.empty());
  }

  @Override
  public void finish(FactSink sink) {
    entries.finish(sink);
  }

  private boolean entry(Line line, InputContext context, FactSink sink) {
    JournalEntry entry;
    try {
      entry = parser.parse(line);
    } catch (IOException e) {
      sink.rejected(Lines.rejected(line, context, "broken JSON: " + reason(e)));
      return false;
    }
    RawRecord raw = new RawRecord(context.path(), line.offset(), line.latin1());
    return entries.read(entry, context, raw, sink);
  }

  /** Jackson's own message quotes the line, which is hostile. */
  private static String reason(IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }
}
