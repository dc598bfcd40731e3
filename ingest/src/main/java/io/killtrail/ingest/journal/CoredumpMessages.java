package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What systemd-coredump says: {@code Process 611 (crashd) of user 0 dumped core.}, since v255 also
 * {@code … terminated abnormally without generating a coredump.} The line that v256 writes before
 * it begins ({@code …, processing...}) tells nothing more.
 */
final class CoredumpMessages implements MessageReader {
  private static final String PROCESS = "Process ";

  @Override
  public void read(Message message, EntryFacts facts) {
    if (!message.from("systemd-coredump") && !message.from("systemd-coredum")) {
      return;
    }
    String text = firstLine(message.text());
    boolean dumped =
        text.endsWith(" dumped core.")
            || message.messageId().filter(MessageId.COREDUMP::equals).isPresent();
    boolean undumped = text.contains(" without generating a coredump");
    if (dumped || undumped) {
      add(message.fields(), named(text), undumped ? How.KILLED : How.DUMPED, facts);
    }
  }

  private static void add(Fields fields, NamedProcess named, How how, EntryFacts facts) {
    OptionalInt pid =
        fields.get(JournalField.COREDUMP_PID).map(Digits::integer).orElse(named.pid());
    OptionalInt signal =
        fields.get(JournalField.COREDUMP_SIGNAL).map(Signals::parse).orElse(OptionalInt.empty());
    facts.add(
        provenance ->
            new ProcessExited(
                provenance,
                Witness.COREDUMP,
                pid,
                fields.get(JournalField.COREDUMP_COMM).or(named::comm),
                fields.get(JournalField.COREDUMP_EXE),
                fields.either(JournalField.COREDUMP_USER_UNIT, JournalField.COREDUMP_UNIT),
                Optional.of(how),
                signal));
  }

  private static NamedProcess named(String text) {
    String closing = text.contains(") of user ") ? ") of user " : ") ";
    return NamedProcess.read(text, text.startsWith(PROCESS) ? PROCESS.length() : 0, closing);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
