package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProgramName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What kind of program a sender is, told by its executable and name alone. */
final class Senders {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "zsh", "fish", "ksh", "mksh", "ash", "busybox", "tcsh", "csh");

  /** Tools with which people and scripts signal; pgrep is what pkill's link points to. */
  private static final Set<String> KILL_TOOLS =
      Set.of(
          "kill",
          "pkill",
          "pgrep",
          "killall",
          "skill",
          "snice",
          "htop",
          "top",
          "atop",
          "xkill",
          "fuser",
          "killall5");

  /** Programs whose work is to signal by PID file. */
  private static final Set<String> PID_FILE_TOOLS =
      Set.of("start-stop-daemon", "start-stop-daem", "daemon", "killproc", "pidproxy");

  private static final Set<String> CRON = Set.of("cron", "crond", "CRON", "atd", "anacron");

  /** Deeper chains are not followed. */
  private static final int DEPTH = 12;

  private Senders() {}

  private static boolean exeIn(Actor sender, Set<String> names) {
    return sender.exe().map(ProgramName::of).filter(names::contains).isPresent()
        || (sender.exe().isEmpty() && sender.comm().filter(names::contains).isPresent());
  }

  static boolean isKillTool(Actor sender) {
    return exeIn(sender, KILL_TOOLS);
  }

  static boolean isPidFileTool(Actor sender) {
    return exeIn(sender, PID_FILE_TOOLS)
        || sender.comm().filter(PID_FILE_TOOLS::contains).isPresent();
  }

  /** A shell at a prompt or with a command line; a script's comm is the script's own name. */
  static boolean isPlainShell(Actor sender) {
    return exeIn(sender, SHELLS)
        && sender.comm().map(comm -> SHELLS.contains(bare(comm))).orElse(true);
  }

  /** A login shell's name begins with a minus. */
  private static String bare(String comm) {
    return comm.startsWith("-") ? comm.substring(1) : comm;
  }

  static boolean isScript(Actor sender) {
    return exeIn(sender, SHELLS) && !isPlainShell(sender);
  }

  /**
   * systemd's programs signal only helpers that they forked themselves: those bear names in
   * parentheses until they execute something, and systemctl runs agents that ask for passwords.
   */
  static boolean ownHelper(Delivery delivery) {
    boolean forked = delivery.target().ocomm().filter(name -> name.startsWith("(")).isPresent();
    boolean agent =
        delivery
            .signal()
            .sender()
            .exe()
            .map(ProgramName::of)
            .filter("systemctl"::equals)
            .isPresent();
    return (forked || agent) && !delivery.byManager() && !isKillTool(delivery.signal().sender());
  }

  /** The ancestors as far as evidence goes, nearest first, without the sender itself. */
  static List<Life> ancestors(Delivery delivery, HostHistory history) {
    return delivery
        .sender()
        .map(life -> ancestors(life, delivery.time(), history))
        .orElse(List.of());
  }

  /** Who started it, nearest first: an orphan's first parent, not the one that it has by now. */
  static List<Life> launchers(Delivery delivery, HostHistory history) {
    List<Life> chain = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Optional<Life> next = delivery.sender();
    while (next.isPresent() && seen.add(next.get().pid()) && chain.size() < DEPTH) {
      chain.add(next.get());
      next = parent(next.get(), next.get().first(), history);
    }
    return chain.isEmpty() ? chain : chain.subList(1, chain.size());
  }

  static List<Life> ancestors(Life life, Instant time, HostHistory history) {
    List<Life> chain = new ArrayList<>();
    Set<Integer> seen = new HashSet<>(Set.of(life.pid()));
    Optional<Life> next = parent(life, time, history);
    while (next.isPresent() && seen.add(next.get().pid()) && chain.size() < DEPTH) {
      chain.add(next.get());
      next = parent(next.get(), time, history);
    }
    return chain;
  }

  private static Optional<Life> parent(Life life, Instant time, HostHistory history) {
    return life.ppid(time).isPresent() && life.ppid(time).getAsInt() > 0
        ? history.processAt(life.ppid(time).getAsInt(), time)
        : Optional.empty();
  }

  /** Started by cron or at: its login session is no person's. */
  static boolean fromCron(List<Life> ancestors, Instant time) {
    return ancestors.stream()
        .anyMatch(
            life ->
                life.comm(time).filter(CRON::contains).isPresent()
                    || life.exe(time).map(ProgramName::of).filter(CRON::contains).isPresent());
  }
}
