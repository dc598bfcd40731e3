package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.EvidenceGap.Problem;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessExited.How;
import io.killtrail.ingest.fact.ProcessExited.Witness;
import io.killtrail.ingest.fact.Signals;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the kernel says: whom the OOM killer killed (mm/oom_kill.c), and what its audit lost
 * (kernel/audit.c).
 */
final class KernelMessages implements MessageReader {
  private static final String KILLED = "Killed process ";
  private static final String OOM_KILL = "oom-kill:constraint=";
  private static final String TASK_GROUP = ",task_memcg=";
  private static final String TASK = ",task=";
  private static final String PID = ",pid=";
  private static final String FATAL = ": potentially unexpected fatal signal ";
  private static final String AUDIT = "audit: ";
  private static final String LOST = "audit_lost=";
  private static final String SUPPRESSED = " callbacks suppressed";

  private static final long HALF_MINUTE = 30;

  private String lastReason = "";
  private long lastTold = Long.MIN_VALUE;

  @Override
  public void read(Message message, EntryFacts facts) {
    if (message.road() != Message.Road.KERNEL) {
      return;
    }
    String text = unstamped(message.text());
    int killed = text.indexOf(KILLED);
    if (killed >= 0) {
      outOfMemory(text, killed, facts);
    } else if (text.startsWith(OOM_KILL)) {
      outOfMemory(text, facts);
    } else if (text.contains(FATAL)) {
      fatalSignal(text, facts);
    } else {
      loss(text, facts);
    }
  }

  /** Syslog daemons keep the kernel's own stamp in front: {@code [ 1796.839568] audit: …} */
  private static String unstamped(String text) {
    int close = text.startsWith("[") ? text.indexOf("] ") : -1;
    return close < 0 ? text : text.substring(close + 2);
  }

  /**
   * {@code Memory cgroup out of memory: Killed process 543 (sigtool) total-vm:…}; before 5.x the
   * line begins with {@code Killed}.
   */
  private static void outOfMemory(String text, int killed, EntryFacts facts) {
    if (killed > 0 && !text.contains("ut of memory") && !text.contains("ut of Memory")) {
      return;
    }
    int after = text.indexOf(" total-vm:", killed);
    String victim = text.substring(killed + KILLED.length(), after < 0 ? text.length() : after);
    NamedProcess process = NamedProcess.read(victim, 0, ")");
    if (process.pid().isPresent()) {
      killed(process, Optional.empty(), Witness.KERNEL_OOM, Signals.KILL, facts);
    }
  }

  /**
   * {@code oom-kill:constraint=CONSTRAINT_MEMCG,…,task_memcg=/system.slice/app.service,task=java,
   * pid=281,uid=0} (4.19 and later): the only line that tells the control group.
   */
  private static void outOfMemory(String text, EntryFacts facts) {
    int task = text.indexOf(TASK);
    int pid = text.lastIndexOf(PID);
    int group = text.indexOf(TASK_GROUP);
    if (task < 0 || pid < task || Digits.integerAt(text, pid + PID.length()).isEmpty()) {
      return;
    }
    Optional<String> unit =
        group < 0 || group > task
            ? Optional.empty()
            : Cgroup.unit(text.substring(group + TASK_GROUP.length(), task));
    killed(
        new NamedProcess(
            Digits.integerAt(text, pid + PID.length()),
            Optional.of(text.substring(task + TASK.length(), pid))),
        unit,
        Witness.KERNEL_OOM,
        Signals.KILL,
        facts);
  }

  /**
   * {@code java/281: potentially unexpected fatal signal 11.} (print-fatal-signals), which is told
   * of signals that dump core only.
   */
  private static void fatalSignal(String text, EntryFacts facts) {
    int end = text.indexOf(FATAL);
    int slash = text.lastIndexOf('/', end);
    OptionalInt pid = slash < 0 ? OptionalInt.empty() : Digits.integerAt(text, slash + 1);
    OptionalInt signal = Digits.integerAt(text, end + FATAL.length());
    if (pid.isPresent() && signal.isPresent()) {
      killed(
          new NamedProcess(pid, Optional.of(text.substring(0, slash))),
          Optional.empty(),
          Witness.ABEND,
          signal.getAsInt(),
          facts);
    }
  }

  private static void killed(
      NamedProcess process, Optional<String> unit, Witness witness, int signal, EntryFacts facts) {
    facts.add(
        provenance ->
            new ProcessExited(
                provenance,
                witness,
                process.pid(),
                process.comm(),
                Optional.empty(),
                unit,
                Optional.of(How.KILLED),
                OptionalInt.of(signal)));
  }

  private void loss(String text, EntryFacts facts) {
    String said = text.startsWith(AUDIT) ? text.substring(AUDIT.length()) : text;
    if (said.startsWith(LOST)) {
      // The kernel's counter since boot, not the number since the last such line.
      Gaps.add(facts, Problem.AUDIT_LOST, Digits.numberAt(said, LOST.length()), text);
    } else if (text.startsWith(AUDIT) && limit(said)) {
      reason(text, facts);
    } else if (said.startsWith("kauditd_printk_skb: ") || said.startsWith("audit_printk_skb: ")) {
      int count = said.indexOf(": ") + 2;
      if (said.startsWith(SUPPRESSED, Digits.end(said, count))) {
        Gaps.add(facts, Problem.PRINTK_SUPPRESSED, Digits.numberAt(said, count), text);
      }
    }
  }

  /** Said after each line that counts, hundreds of times over: once in half a minute is enough. */
  private void reason(String text, EntryFacts facts) {
    long now = Math.floorDiv(facts.origin().time().getEpochSecond(), HALF_MINUTE);
    if (!text.equals(lastReason) || now != lastTold) {
      lastReason = text;
      lastTold = now;
      Gaps.add(facts, Problem.AUDIT_LOST, OptionalLong.empty(), text);
    }
  }

  /** What follows {@code audit_lost=}; the last three are of kernels before 4.10. */
  private static boolean limit(String said) {
    return said.startsWith("backlog limit exceeded")
        || said.startsWith("rate limit exceeded")
        || said.startsWith("out of memory in audit_log_start")
        || said.startsWith("kauditd hold queue overflow")
        || said.startsWith("audit_backlog=")
        || said.startsWith("printk limit exceeded")
        || said.startsWith("*NO* daemon at audit_pid=")
        || said.startsWith("auditd disappeared");
  }
}
