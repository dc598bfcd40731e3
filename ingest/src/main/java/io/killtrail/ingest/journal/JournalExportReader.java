package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.FormatReader;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.ReadResult;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.RawRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads {@code journalctl -o export}: a field a line, entries apart by an empty line; a value that
 * is not one line of text has its length before it (systemd, docs/JOURNAL_EXPORT_FORMATS).
 */
public final class JournalExportReader implements FormatReader {
  private final JournalEntries entries = new JournalEntries();

  public JournalExportReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    ExportBytes bytes = new ExportBytes(content);
    long records = 0;
    while (!bytes.ended()) {
      records += entry(bytes, context, sink) ? 1 : 0;
    }
    entries.endInput(sink);
    return new ReadResult(records, Optional.empty());
  }

  @Override
  public void finish(FactSink sink) {
    entries.finish(sink);
  }

  /** The next entry; false if there is none, or it is broken. */
  private boolean entry(ExportBytes bytes, InputContext context, FactSink sink) throws IOException {
    long offset = bytes.startEntry();
    JournalEntry entry = new JournalEntry();
    boolean any = false;
    Optional<String> fault = Optional.empty();
    for (String line = bytes.line(); !line.isEmpty(); line = bytes.line()) {
      Optional<String> found = field(line, bytes, entry);
      fault = fault.isPresent() ? fault : found;
      any = true;
    }
    if (!any) {
      return false;
    }
    if (bytes.cut()) {
      String reason = "longer than " + ExportBytes.LONGEST + " bytes";
      sink.rejected(new Rejection(context.path(), offset, reason, bytes.beginning(), true));
      return false;
    }
    RawRecord raw = new RawRecord(context.path(), offset, bytes.entry());
    if (fault.isPresent()) {
      sink.rejected(new Rejection(context.path(), offset, fault.get(), raw.latin1()));
      return false;
    }
    return entries.read(entry, context, raw, sink);
  }

  /** Keeps a field; tells what is wrong with it, if anything. */
  private static Optional<String> field(String line, ExportBytes bytes, JournalEntry entry) {
    int equals = line.indexOf('=');
    String name = equals < 0 ? line : line.substring(0, equals);
    try {
      String value = equals < 0 ? bytes.sized() : text(line.substring(equals + 1));
      JournalField.named(name).ifPresent(field -> entry.put(field, value));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("broken field: " + e.getMessage());
    }
  }

  private static String text(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
