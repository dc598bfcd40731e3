package io.killtrail.ingest.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.OptionalLong;

/** Reads {@code journalctl -o json}: an entry a line, audit records among them. */
public final class JournalJsonReader implements FormatReader {
  private final JournalEntryParser parser = new JournalEntryParser();
  private final MessageReader messages = new MessageReaders();
  private final Sightings sightings = new Sightings();
  private final AuditEntries audit = new AuditEntries();

  public JournalJsonReader() {}

  @Override
  public ReadResult read(InputStream content, InputContext context, FactSink sink)
      throws IOException {
    LineReader lines = context.lines(content, sink);
    BootSpans boots = new BootSpans();
    long records = 0;
    while (lines.next()) {
      Line line = lines.line();
      if (!Lines.blank(line) && entry(line, context, boots, sink)) {
        records++;
      }
    }
    boots.finish(sink);
    return new ReadResult(records, Optional.empty());
  }

  @Override
  public void finish(FactSink sink) {
    audit.finish(sink);
  }

  private boolean entry(Line line, InputContext context, BootSpans boots, FactSink sink) {
    JournalEntry entry;
    try {
      entry = parser.parse(line);
    } catch (IOException e) {
      sink.rejected(Lines.rejected(line, context, "broken JSON: " + reason(e)));
      return false;
    }
    Optional<Instant> received = time(entry, JournalField.REALTIME);
    Optional<Instant> time = time(entry, JournalField.SOURCE_REALTIME).or(() -> received);
    if (time.isEmpty()) {
      sink.rejected(Lines.rejected(line, context, "an entry without a time"));
      return false;
    }
    Origin origin = origin(entry, time.get(), line, context);
    EntryFacts facts = new EntryFacts(sink, origin);
    Message message = entry.message();
    if (!audit.read(entry, origin, sink)) {
      messages.read(message, facts);
      sightings.read(message, facts);
    }
    boots.read(facts, received.orElse(time.get()), received.flatMap(at -> started(entry, at)));
    return true;
  }

  /** Jackson's own message quotes the line, which is hostile. */
  private static String reason(IOException e) {
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }

  private static Origin origin(JournalEntry entry, Instant time, Line line, InputContext context) {
    Optional<String> boot =
        entry
            .get(JournalField.BOOT_ID)
            .map(id -> id.toLowerCase(Locale.ROOT))
            .filter(JournalJsonReader::bootId);
    return new Origin(
        id(entry, boot.orElse(""), time),
        time,
        SourceForm.JOURNAL_JSON,
        entry.get(JournalField.HOSTNAME).or(() -> context.options().host()),
        boot,
        new RawRecord(context.path(), line.offset(), line.latin1()));
  }

  /** A boot id has 32 hex digits. */
  private static boolean bootId(String id) {
    return id.length() == 32
        && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static EntryId id(JournalEntry entry, String boot, Instant time) {
    return EntryId.of(
        entry
            .get(JournalField.CURSOR)
            .orElseGet(
                () ->
                    Hashes.of(
                        boot + '\n' + time + '\n' + entry.get(JournalField.MESSAGE).orElse(""))));
  }

  private static Optional<Instant> started(JournalEntry entry, Instant received) {
    return micros(entry, JournalField.MONOTONIC)
        .map(
            since -> received.minusSeconds(since / 1_000_000).minusNanos(since % 1_000_000 * 1000));
  }

  private static Optional<Instant> time(JournalEntry entry, JournalField field) {
    return micros(entry, field)
        .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
  }

  private static Optional<Long> micros(JournalEntry entry, JournalField field) {
    OptionalLong micros = entry.get(field).map(Digits::number).orElse(OptionalLong.empty());
    return micros.isPresent() ? Optional.of(micros.getAsLong()) : Optional.empty();
  }
}
