package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProcessSeen;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who asked the service manager to reload or re-execute itself (v253 and later): {@code Reload
 * requested from client PID 711 ('systemctl') (unit session-3.scope)...}. It names nobody so for
 * stops.
 */
final class ClientMessages implements MessageReader {
  private static final String REQUESTED = " requested from client PID ";
  private static final String UNIT = " (unit ";

  @Override
  public void read(Message message, EntryFacts facts) {
    String text = message.text();
    int requested = message.fromSystemManager() ? text.indexOf(REQUESTED) : -1;
    if (requested < 0) {
      return;
    }
    int from = requested + REQUESTED.length();
    OptionalInt pid = Digits.integerAt(text, from);
    if (pid.isPresent()) {
      Actor client = Actor.of(pid.getAsInt(), comm(text, Digits.end(text, from)), Optional.empty());
      facts.add(
          provenance ->
              new ProcessSeen(
                  provenance,
                  ProcessSeen.By.JOURNAL,
                  client,
                  Optional.empty(),
                  unit(text),
                  List.of()));
    }
  }

  private static Optional<String> comm(String text, int from) {
    int end = text.lastIndexOf("')");
    return text.startsWith(" ('", from) && end > from + 3
        ? Optional.of(text.substring(from + 3, end))
        : Optional.empty();
  }

  private static Optional<String> unit(String text) {
    int from = text.lastIndexOf(UNIT);
    int end = from < 0 ? -1 : text.indexOf(')', from);
    return end < 0 ? Optional.empty() : UnitName.of(text.substring(from + UNIT.length(), end));
  }
}
