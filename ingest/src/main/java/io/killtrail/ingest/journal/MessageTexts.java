package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;

/** Messages of which only the text is known, to facts. */
final class MessageTexts {
  private final MessageReader messages = new MessageReaders();
  private final Sightings sightings = new Sightings();
  private final WrittenAudit written = new WrittenAudit();

  /**
   * The facts of one message, but for those of {@link AuditJoin}; whether it was no audit record.
   */
  boolean read(Message message, Origin origin, FactSink sink) {
    if (written.read(message, origin, sink)) {
      return false;
    }
    EntryFacts facts = new EntryFacts(sink, origin);
    messages.read(message, facts);
    sightings.read(message, facts);
    return true;
  }

  /** One input is at its end. */
  void endInput(FactSink sink) {
    written.endInput(sink);
  }

  /** No more inputs follow. */
  void finish(FactSink sink) {
    written.finish(sink);
  }
}
