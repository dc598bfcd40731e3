package io.killtrail.ingest.journal;

/** Understands the messages of one kind of speaker and passes over all others. */
interface MessageReader {
  /** Gives the facts that the message tells, if any; the same ones for the same message. */
  void read(Message message, EntryFacts facts);
}
