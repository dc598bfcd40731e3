package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.fact.Fingerprint;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SourceForm;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Entries with all their fields to facts, in whatever form they are written down. */
final class JournalEntries {
  private final MessageReader messages = new MessageReaders();
  private final Sightings sightings = new Sightings();
  private final AuditEntries audit = new AuditEntries();
  private BootSpans boots = new BootSpans();
  private Optional<String> cursor = Optional.empty();

  /** The facts of one entry; false if it is none. */
  boolean read(JournalEntry entry, InputContext context, RawRecord raw, FactSink sink) {
    cursor = entry.get(JournalField.CURSOR).or(() -> cursor);
    Optional<Instant> received = time(entry, JournalField.REALTIME);
    Optional<Instant> time = time(entry, JournalField.SOURCE_REALTIME).or(() -> received);
    if (time.isEmpty()) {
      sink.rejected(
          new Rejection(context.path(), raw.offset(), "an entry without a time", raw.latin1()));
      return false;
    }
    Origin origin = origin(entry, time.get(), context, raw);
    EntryFacts facts = new EntryFacts(sink, origin);
    Message message = entry.message();
    if (!audit.read(entry, message, origin, sink)) {
      messages.read(message, facts);
      sightings.read(message, facts);
    }
    boots.read(facts, received.orElse(time.get()), received.flatMap(at -> started(entry, at)));
    return true;
  }

  /** The input goes on soon: gives provisionally what is kept back. */
  void show(FactSink sink) {
    audit.show(sink);
  }

  /** Names the last entry that was read, for journalctl(1) to go on behind it. */
  Optional<String> cursor() {
    return cursor;
  }

  /** One input is at its end. */
  void endInput(FactSink sink) {
    audit.endInput(sink);
    boots.finish(sink);
    boots = new BootSpans();
  }

  /** No more inputs follow. */
  void finish(FactSink sink) {
    audit.finish(sink);
  }

  private static Origin origin(
      JournalEntry entry, Instant time, InputContext context, RawRecord raw) {
    Optional<String> boot =
        entry
            .get(JournalField.BOOT_ID)
            .map(id -> id.toLowerCase(Locale.ROOT))
            .filter(JournalEntries::bootId);
    return new Origin(
        id(entry, boot.orElse(""), time),
        time,
        SourceForm.JOURNAL_JSON,
        entry.get(JournalField.HOSTNAME).or(() -> context.options().host()),
        boot,
        raw);
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
                    Fingerprint.of(
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
