package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProcessSeen;
import java.util.List;
import java.util.Optional;

/**
 * sudo's own line: {@code alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/systemctl stop
 * x}. A reason before TTY= means that the command was refused.
 */
final class SudoMessages implements MessageReader {
  private static final String BEFORE = " : ";
  private static final String COMMAND = " ; COMMAND=";
  private static final String TTY = "TTY=";
  private static final List<String> GRANTED = List.of(TTY, "HOST=", "CHROOT=", "PWD=", "USER=");

  @Override
  public void read(Message message, EntryFacts facts) {
    int before = message.from("sudo") ? message.text().indexOf(BEFORE) : -1;
    if (before < 0) {
      return;
    }
    String said = message.text().substring(before + BEFORE.length());
    int command = said.indexOf(COMMAND);
    if (command >= 0 && GRANTED.stream().anyMatch(said::startsWith)) {
      String asked = said.substring(command + COMMAND.length());
      Optional<String> tty = tty(said.substring(0, command));
      Speaker.of(message).ifPresent(sudo -> add(sudo, asked, tty, facts));
    }
  }

  private static void add(Actor sudo, String command, Optional<String> tty, EntryFacts facts) {
    Actor asking =
        new Actor(
            sudo.pid(),
            sudo.ppid(),
            Optional.of("sudo"),
            sudo.exe(),
            Optional.of(command),
            sudo.auid(),
            sudo.uid(),
            sudo.euid(),
            tty,
            sudo.session(),
            sudo.subject());
    facts.add(
        provenance ->
            new ProcessSeen(
                provenance,
                ProcessSeen.By.USER_RECORD,
                asking,
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  private static Optional<String> tty(String said) {
    int from = said.indexOf(TTY);
    if (from < 0) {
      return Optional.empty();
    }
    int end = said.indexOf(" ;", from);
    String tty = said.substring(from + TTY.length(), end < 0 ? said.length() : end);
    return tty.isEmpty() || tty.equals("unknown") ? Optional.empty() : Optional.of(tty);
  }
}
