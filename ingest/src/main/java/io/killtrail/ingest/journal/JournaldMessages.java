package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.EvidenceGap.Problem;
import java.util.OptionalLong;

/**
 * What journald says of its own losses: {@code Suppressed 23 messages from appd.service}, {@code
 * Missed 7 kernel messages}.
 */
final class JournaldMessages implements MessageReader {

  @Override
  public void read(Message message, EntryFacts facts) {
    if (!journald(message)) {
      return;
    }
    String text = message.text();
    boolean dropped =
        message.messageId().filter(JournaldMessages::loss).isPresent()
            || (text.startsWith("Suppressed ") && text.contains(" messages from "))
            || (text.startsWith("Missed ") && text.contains(" kernel messages"))
            || text.startsWith("/dev/kmsg buffer overrun");
    if (dropped) {
      Gaps.add(facts, Problem.JOURNAL_DROPPED, lost(message), text);
    }
  }

  private static boolean journald(Message message) {
    return switch (message.ident()) {
      case "systemd-journald", "systemd-journal", "journal" ->
          message.road() == Message.Road.PROGRAM;
      default -> false;
    };
  }

  private static boolean loss(String id) {
    return id.equals(MessageId.JOURNAL_DROPPED) || id.equals(MessageId.JOURNAL_MISSED);
  }

  private static OptionalLong lost(Message message) {
    OptionalLong field =
        message
            .fields()
            .get(JournalField.N_DROPPED)
            .map(Digits::number)
            .orElse(OptionalLong.empty());
    return field.isPresent()
        ? field
        : Digits.numberAt(message.text(), message.text().indexOf(' ') + 1);
  }
}
