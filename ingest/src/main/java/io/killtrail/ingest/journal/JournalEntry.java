package io.killtrail.ingest.journal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One journal entry: those of its fields that are read. */
final class JournalEntry implements Fields {
  private final Map<JournalField, String> values = new EnumMap<>(JournalField.class);

  /** Keeps a value; of duplicate fields the first counts. */
  void put(JournalField field, String value) {
    values.putIfAbsent(field, value);
  }

  @Override
  public Optional<String> get(JournalField field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The entry as the message that it carries. */
  Message message() {
    String ident = get(JournalField.SYSLOG_IDENTIFIER).orElse("");
    return new Message(road(ident), ident, pid(), get(JournalField.MESSAGE).orElse(""), this);
  }

  private Message.Road road(String ident) {
    return switch (get(JournalField.TRANSPORT).orElse("")) {
      case "audit" -> Message.Road.AUDIT;
      // Before journald runs, PID 1 logs by way of /dev/kmsg under its own identifier.
      case "kernel" ->
          ident.equals("kernel") || ident.isEmpty() ? Message.Road.KERNEL : Message.Road.PROGRAM;
      default -> Message.Road.PROGRAM;
    };
  }

  /** SYSLOG_PID is the sender's own claim, so it counts only where journald knows no better. */
  private OptionalInt pid() {
    return get(JournalField.PID)
        .or(() -> get(JournalField.SYSLOG_PID))
        .map(Digits::integer)
        .orElse(OptionalInt.empty());
  }
}
