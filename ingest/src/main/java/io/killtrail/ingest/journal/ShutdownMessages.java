package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.BootSeen;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signs that the system goes down: what logind, PID 1 and systemd-shutdown say. A user manager
 * reaches a shutdown.target too, at every logout; that is none.
 */
final class ShutdownMessages implements MessageReader {
  private static final Set<String> TARGETS =
      Set.of(
          "shutdown.target",
          "reboot.target",
          "poweroff.target",
          "halt.target",
          "kexec.target",
          "soft-reboot.target",
          "final.target");

  /** The descriptions of those targets, for versions that write no names. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "Shutdown",
          "System Shutdown",
          "Reboot",
          "System Reboot",
          "Power-Off",
          "System Power Off",
          "Halt",
          "System Halt",
          "Final Step",
          "Late Shutdown Services");

  private static final List<String> LOGIND =
      List.of(
          "System is rebooting",
          "System is powering ",
          "System is halting",
          "The system will reboot now",
          "The system will power off now",
          "The system will halt now");

  /**
   * Signals that PID 1 obeys by going down (systemd(1), SIGNALS): Ctrl-Alt-Del's, then halt, power
   * off, reboot and kexec by way of their targets and at once.
   */
  private static final Set<String> SIGNALS =
      Set.of(
          "SIGINT",
          "SIGRTMIN+3",
          "SIGRTMIN+4",
          "SIGRTMIN+5",
          "SIGRTMIN+6",
          "SIGRTMIN+13",
          "SIGRTMIN+14",
          "SIGRTMIN+15",
          "SIGRTMIN+16");

  @Override
  public void read(Message message, EntryFacts facts) {
    if (begins(message)) {
      facts.add(
          provenance -> new BootSeen(provenance, BootSeen.Sign.SHUTDOWN_BEGUN, Optional.empty()));
    }
  }

  private static boolean begins(Message message) {
    if (message.road() != Message.Road.PROGRAM) {
      return false;
    }
    String text = message.text();
    return switch (message.ident()) {
      case "systemd" -> message.fromSystemManager() && manager(text);
      case "systemd-logind" -> message.byRoot() && logind(message);
      case "systemd-shutdown", "systemd-shutdow" -> message.byRoot();
      case "systemd-journald", "systemd-journal" ->
          message.byRoot() && text.startsWith("Received SIG") && text.contains("(systemd-shutdow");
      default -> false;
    };
  }

  private static boolean logind(Message message) {
    return message.messageId().filter(MessageId.SHUTDOWN::equals).isPresent()
        || LOGIND.stream().anyMatch(message.text()::startsWith);
  }

  private static boolean manager(String text) {
    if (text.equals("Shutting down.") || received(text)) {
      return true;
    }
    if (!text.startsWith("Reached target ")) {
      return false;
    }
    return JobLine.read(text)
        .filter(
            line ->
                line.unit().isPresent()
                    ? TARGETS.contains(line.unit().get())
                    : line.description().filter(DESCRIPTIONS::contains).isPresent())
        .isPresent();
  }

  /** {@code Received SIGINT.}, since v251 {@code Received SIGINT from PID 1 (comm).} */
  private static boolean received(String text) {
    if (!text.startsWith("Received SIG")) {
      return false;
    }
    int from = "Received ".length();
    int blank = text.indexOf(' ', from);
    int end = blank > 0 ? blank : text.endsWith(".") ? text.length() - 1 : text.length();
    return SIGNALS.contains(text.substring(from, end));
  }
}
