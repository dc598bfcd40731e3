package io.killtrail.analyzer.doctor;

import io.killtrail.analyzer.recording.Matter;
import io.killtrail.analyzer.recording.RuleSet;
import io.killtrail.analyzer.recording.ServiceManager;
import io.killtrail.analyzer.recording.Width;
import io.killtrail.ingest.fact.SignalCall;
import io.killtrail.ingest.setup.Sight;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether calls that send signals are recorded, and whom they reach. */
final class SignalRulesCheck implements Check {
  private static final String ID = "signal-rules-";
  private static final String TARGETS = "target-records";
  private static final String DROPPED = "dropped-records";

  /** Of two rules that fit a call, the kernel takes the first. */
  private static final String NEVER =
      "grep -rnE -- '-[aA] *(never,exit|exit,never)' /etc/audit/rules.d   # remove what hides them";

  /** The others are hardly ever used. */
  private static final Set<SignalCall> COMMON =
      EnumSet.of(SignalCall.KILL, SignalCall.TGKILL, SignalCall.PIDFD_SEND_SIGNAL);

  @Override
  public List<Finding> look(ExaminedHost host) {
    List<Finding> findings = new ArrayList<>();
    switch (host.rules()) {
      case Sight.Shown<RuleSet> seen -> judge(seen.value(), host, findings);
      case Sight.Missing<RuleSet> none ->
          findings.add(
              Finding.problem(
                  ID + Width.B64.label(),
                  "There are neither auditctl nor audit rules: auditd is not installed",
                  Matter.SENDER,
                  "apt-get install auditd || dnf install audit"));
      case Sight.Hidden<RuleSet> hidden -> {
        for (Width width : host.architecture().widths()) {
          String id = ID + width.label();
          findings.add(Finding.unknown(id, "Which signals are recorded", hidden.how()));
        }
      }
    }
    return findings;
  }

  private static void judge(RuleSet rules, ExaminedHost host, List<Finding> findings) {
    for (Width width : host.architecture().widths()) {
      findings.add(calls(rules, width, host));
    }
    findings.add(targets(rules, host));
    findings.add(dropped(rules));
  }

  private static Finding calls(RuleSet rules, Width width, ExaminedHost host) {
    String id = ID + width.label();
    Optional<String> blanket = rules.blanket();
    if (blanket.isPresent()) {
      return Finding.problem(
          id, "No signals are recorded: " + blanket.get(), Matter.SENDER, findIdle(rules));
    }
    Optional<String> missing = rules.unrecorded(width, call -> false);
    String whose = host.whichRules() + " record ";
    if (missing.isEmpty()) {
      return Finding.ok(
          id, sentence(whose + "all calls that send signals (arch=" + width.label() + ")"));
    }
    String what = sentence(whose + missing.get() + " (arch=" + width.label() + ")");
    boolean grave = width == host.architecture().widths().getFirst() && common(rules, width);
    String command = rules.heldBack(width) ? NEVER : host.rulesRemedy().command();
    return grave
        ? Finding.problem(id, what + byManager(rules, width, host), Matter.SENDER, command)
        : Finding.warning(id, what, Matter.SENDER, command);
  }

  private static boolean common(RuleSet rules, Width width) {
    return COMMON.stream().anyMatch(call -> rules.missing(width, call).isPresent());
  }

  private static String byManager(RuleSet rules, Width width, ExaminedHost host) {
    String call = SignalCall.PIDFD_SEND_SIGNAL.syscall();
    boolean missing =
        rules.missing(width, SignalCall.PIDFD_SEND_SIGNAL).filter(call::equals).isPresent();
    return missing && ServiceManager.maySignalByPidfd(host.managerVersion())
        ? "; "
            + ServiceManager.named(host.managerVersion())
            + " signals its units by pidfd_send_signal"
        : "";
  }

  private static String findIdle(RuleSet rules) {
    return rules.dropped().contains("SYSCALL")
        ? "grep -rlE 'exclude.*msgtype=(SYSCALL|1300)' /etc/audit/rules.d   # remove that rule"
        : "sed -i '/^-a *\\(never,task\\|task,never\\)/d' /etc/audit/rules.d/*.rules"
            + " && augenrules --load";
  }

  private static Finding targets(RuleSet rules, ExaminedHost host) {
    if (rules.dropped().contains("OBJ_PID")) {
      return Finding.problem(
          TARGETS, "An exclude rule drops OBJ_PID records", Matter.TARGET, drop("OBJ_PID"));
    }
    return rules.recordsTargets()
        ? Finding.ok(TARGETS, "Targets are recorded with signals")
        : Finding.problem(
            TARGETS,
            "No rule names kill, tkill or tgkill, so the kernel records no targets (OBJ_PID)",
            Matter.TARGET,
            host.rulesRemedy());
  }

  /** What else verdicts rest on. */
  private static Finding dropped(RuleSet rules) {
    Set<String> types = rules.dropped();
    types.remove("OBJ_PID");
    types.remove("SYSCALL");
    return types.isEmpty()
        ? Finding.ok(DROPPED, "No exclude rule drops records that verdicts rest on")
        : Finding.warning(
            DROPPED,
            "Exclude rules drop " + String.join(", ", types) + " records",
            Matter.CONTEXT,
            drop(String.join("|", types)));
  }

  private static String drop(String types) {
    return "grep -rnE 'exclude.*msgtype=(" + types + ")' /etc/audit/rules.d   # remove these rules";
  }

  static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
