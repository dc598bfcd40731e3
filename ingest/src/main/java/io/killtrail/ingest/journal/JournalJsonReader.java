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
    long records = readOn(content, 0, context, sink);
    entries.endInput(sink);
    return new ReadResult(records, Optional.empty());
  }

  /**
   * Reads lines of an input that goes on.
   *
   * @param from offset of the first byte of {@code content} in the input
   * @return how many entries they are
   */
  public long readOn(InputStream content, long from, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, from, sink);
    long records = 0;
    while (lines.next()) {
      Line line = lines.line();
      if (!Lines.blank(line) && entry(line, context, sink)) {
        records++;
      }
    }
    return records;
  }

  /** The input goes on soon: gives provisionally what is kept back. */
  public void show(FactSink sink) {
    entries.show(sink);
  }

  /** Names the last entry that was read, for journalctl(1) to go on behind it. */
  public Optional<String> cursor() {
    return entries.cursor();
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
