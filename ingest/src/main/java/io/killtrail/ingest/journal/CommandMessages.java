package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What programs besides sudo say of commands that they run for others, or let others run:
 *
 * <ul>
 *   <li>cron: {@code (root) CMD (systemctl restart x)}
 *   <li>doas: {@code alice ran command systemctl stop x as root from /home/alice}
 *   <li>pkexec: {@code alice: Executing command [USER=root] [TTY=/dev/pts/0] [CWD=/] [COMMAND=…]}
 *   <li>polkitd: {@code Operator of unix-process:953:51411 successfully authenticated as
 *       unix-user:root to gain ONE-SHOT authorization for action … for system-bus-name::1.80
 *       [systemctl stop x] (owned by unix-user:alice)}; the agent is there for that process
 * </ul>
 */
final class CommandMessages implements MessageReader {
  private static final String CMD = ") CMD (";
  private static final String RAN = " ran command ";
  private static final String EXECUTING = ": Executing command [";
  private static final String OPERATOR = "Operator of unix-process:";
  private static final String AUTHENTICATED = " successfully authenticated as ";
  private static final String OWNED = "] (owned by unix-user:";

  @Override
  public void read(Message message, EntryFacts facts) {
    switch (message.ident()) {
      case "CRON", "CROND", "cron", "crond", "/usr/sbin/cron" -> cron(message, facts);
      case "doas" -> doas(message, facts);
      case "pkexec" -> pkexec(message, facts);
      default -> polkit(message, facts);
    }
  }

  private static void cron(Message message, EntryFacts facts) {
    String text = message.text();
    int cmd = text.startsWith("(") && message.byRoot() ? text.indexOf(CMD) : -1;
    if (cmd > 0 && text.endsWith(")")) {
      String command = text.substring(cmd + CMD.length(), text.length() - 1).strip();
      spoken(message, command, Optional.empty(), text.substring(1, cmd), facts);
    }
  }

  private static void doas(Message message, EntryFacts facts) {
    String text = message.text();
    int ran = text.indexOf(RAN);
    int as = text.lastIndexOf(" as ");
    if (ran > 0 && as > ran + RAN.length()) {
      String command = text.substring(ran + RAN.length(), as);
      spoken(message, command, Optional.empty(), text.substring(0, ran), facts);
    }
  }

  private static void pkexec(Message message, EntryFacts facts) {
    String text = message.text();
    int executing = text.indexOf(EXECUTING);
    Optional<String> command = executing > 0 ? bracket(text, "[COMMAND=") : Optional.empty();
    if (command.isPresent()) {
      Optional<String> tty = bracket(text, "[TTY=").flatMap(AskedCommand::terminal);
      spoken(message, command.get(), tty, text.substring(0, executing), facts);
    }
  }

  private static Optional<String> bracket(String text, String begin) {
    int from = text.indexOf(begin);
    int end = from < 0 ? -1 : text.indexOf(']', from);
    return end < 0 ? Optional.empty() : Optional.of(text.substring(from + begin.length(), end));
  }

  private static void spoken(
      Message message, String command, Optional<String> tty, String user, EntryFacts facts) {
    if (!user.isEmpty() && !command.isEmpty()) {
      AskedCommand asked = new AskedCommand(command, tty, Optional.of(UserId.named(user)));
      Speaker.of(message).ifPresent(process -> asked.of(process, facts));
    }
  }

  private static void polkit(Message message, EntryFacts facts) {
    String text = message.text();
    boolean granted = message.ident().startsWith("polkitd") && text.startsWith(OPERATOR);
    int owned = granted && text.contains(AUTHENTICATED) ? text.lastIndexOf(OWNED) : -1;
    int from = owned < 0 ? -1 : text.indexOf(" [");
    OptionalInt pid = Digits.integerAt(text, Math.min(OPERATOR.length(), text.length()));
    if (from > 0 && from < owned && message.road() == Message.Road.PROGRAM && pid.isPresent()) {
      String user = text.substring(owned + OWNED.length(), text.length() - 1);
      Actor client = Actor.of(pid.getAsInt(), Optional.empty(), Optional.empty());
      new AskedCommand(
              text.substring(from + 2, owned), Optional.empty(), Optional.of(UserId.named(user)))
          .of(client, facts);
    }
  }
}
