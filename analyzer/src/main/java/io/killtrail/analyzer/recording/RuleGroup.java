package io.killtrail.analyzer.recording;

import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.fact.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Audit rules that answer one question together: one rule for each table of system calls. */
public enum RuleGroup {
  SIGNALS(
      "kill",
      Matter.SENDER,
      "systemd 255 and newer signals its units by pidfd_send_signal; and only a rule that\n"
          + "names kill, tkill or tgkill makes the kernel record the target (OBJ_PID).",
      Optional.empty()),
  EXIT_143("exit143", Matter.OWN_EXIT, "Such an exit is no signal.", Optional.empty()),
  EXECVE(
      "exec",
      Matter.REQUESTER,
      "sudo's own records name whoever uses sudo without this rule.",
      Optional.of(
          "an event of about 1.5 kB for each command that is run, many in builds and cron")),
  CLONE(
      "proc",
      Matter.PROCESSES,
      "",
      Optional.of(
          "an event for each process and thread that is made: thousands a second at worst"));

  private final String key;
  private final Matter matter;
  private final String remarks;
  private final Optional<String> cost;

  RuleGroup(String key, Matter matter, String remarks, Optional<String> cost) {
    this.key = key;
    this.matter = matter;
    this.remarks = remarks;
    this.cost = cost;
  }

  /** The key that its records bear. */
  public String key() {
    return key;
  }

  /** What stays open without it. */
  public Matter matter() {
    return matter;
  }

  /** Why it is as it is, line by line, for people. */
  List<String> remarks() {
    return remarks.lines().toList();
  }

  /** What it costs, for people, where that is so much that it is left to choice. */
  public Optional<String> cost() {
    return cost;
  }

  /** The rule as auditctl takes it, on this architecture. */
  public String rule(Width width, Architecture architecture) {
    return switch (this) {
      case EXIT_143 -> exitRule(width, Signals.exitStatus(Signals.TERM));
      case SIGNALS, EXECVE, CLONE -> rule(width, calls(width, architecture), "", key);
    };
  }

  /** The rule that shows who calls {@code exit} with this status. */
  public static String exitRule(Width width, int status) {
    return rule(width, List.of("exit_group"), " -F a0=" + status, "exit" + status);
  }

  private static String rule(Width width, List<String> calls, String condition, String key) {
    return "-a always,exit -F arch="
        + width.label()
        + " -S "
        + String.join(",", calls)
        + condition
        + " -F key="
        + key;
  }

  /** What it would have shown, as a sentence for people that ends in the rule. */
  public String advice() {
    return "This audit rule, and its like for arch=b32, would have shown "
        + matter.question()
        + " (killtrail rules --install writes both): "
        + rule();
  }

  /** The rule as most hosts have it, for native programs. */
  public String rule() {
    return rule(Width.B64, Architecture.X86_64);
  }

  /** The system calls that it records. */
  public List<String> calls(Width width, Architecture architecture) {
    return switch (this) {
      case SIGNALS ->
          Arrays.stream(SignalCall.values())
              .map(SignalCall::syscall)
              .collect(Collectors.toUnmodifiableList());
      case EXIT_143 -> List.of("exit_group");
      case EXECVE -> List.of("execve", "execveat");
      case CLONE -> architecture.forks(width);
    };
  }
}
