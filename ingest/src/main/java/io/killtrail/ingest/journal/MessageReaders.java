package io.killtrail.ingest.journal;

import java.util.List;

/** All kinds of message that are understood. */
final class MessageReaders implements MessageReader {
  // An entry's facts are numbered in this order: append new readers, or ids change.
  private final List<MessageReader> readers =
      List.of(
          new UnitMessages(),
          new ShutdownMessages(),
          new KernelMessages(),
          new CoredumpMessages(),
          new SudoMessages(),
          new JournaldMessages(),
          new AuditdMessages(),
          new ManagerVersions(),
          new PidFileMessages(),
          new ClientMessages(),
          new UpstartMessages(),
          new OomdMessages(),
          new HandlerMessages(),
          new CommandMessages());

  @Override
  public void read(Message message, EntryFacts facts) {
    for (MessageReader reader : readers) {
      reader.read(message, facts);
    }
  }
}
