package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UserId;
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
    String user = message.text().substring(0, before).strip();
    String said = message.text().substring(before + BEFORE.length());
    int command = said.indexOf(COMMAND);
    if (command >= 0 && !user.isEmpty() && GRANTED.stream().anyMatch(said::startsWith)) {
      AskedCommand asked =
          new AskedCommand(
              said.substring(command + COMMAND.length()),
              tty(said.substring(0, command)),
              Optional.of(UserId.named(user)));
      Speaker.of(message).map(SudoMessages::named).ifPresent(sudo -> asked.of(sudo, facts));
    }
  }

  private static Actor named(Actor sudo) {
    return new Actor(
        sudo.pid(),
        sudo.ppid(),
        Optional.of("sudo"),
        sudo.exe(),
        sudo.command(),
        sudo.auid(),
        sudo.uid(),
        sudo.euid(),
        sudo.tty(),
        sudo.session(),
        sudo.subject());
  }

  private static Optional<String> tty(String said) {
    int from = said.indexOf(TTY);
    if (from < 0) {
      return Optional.empty();
    }
    int end = said.indexOf(" ;", from);
    return AskedCommand.terminal(
        said.substring(from + TTY.length(), end < 0 ? said.length() : end));
  }
}
