package io.killtrail.reports.text;

import io.killtrail.ingest.fact.BootSeen;
import io.killtrail.ingest.fact.Configured;
import io.killtrail.ingest.fact.EvidenceGap;
import io.killtrail.ingest.fact.Fact;
import io.killtrail.ingest.fact.PidFileSeen;
import io.killtrail.ingest.fact.ProcessExited;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.SerialsSeen;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.ThreadSeen;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.Locale;
import java.util.Optional;

/** What one fact says, in one line; holds text out of logs, so escape it before showing. */
public final class FactLine {
  private FactLine() {}

  /** The kind of fact in one word, such as {@code signal}. */
  public static String kind(Fact fact) {
    return switch (fact) {
      case SignalSent f -> "signal";
      case ProcessExited f -> "exit";
      case UnitChanged f -> "unit";
      case ProcessSeen f -> "process";
      case ThreadSeen f -> "thread";
      case PidFileSeen f -> "pid-file";
      case BootSeen f -> "boot";
      case EvidenceGap f -> "gap";
      case SerialsSeen f -> "serials";
      case Configured f -> "setting";
    };
  }

  /** Such as {@code SIGTERM to 350 (pid 281 "java") by helperd[456] /usr/bin/python3.11 uid 0}. */
  public static String of(Fact fact) {
    return switch (fact) {
      case SignalSent sent -> SignalLine.of(sent);
      case ProcessExited exited -> exit(exited);
      case UnitChanged changed -> UnitLine.of(changed);
      case ProcessSeen seen -> process(seen);
      case ThreadSeen seen -> thread(seen);
      case PidFileSeen seen -> pidFile(seen);
      case BootSeen seen -> boot(seen);
      case EvidenceGap gap -> gap(gap);
      case SerialsSeen seen -> SettingLine.of(seen);
      case Configured set -> SettingLine.of(set.item());
    };
  }

  private static String exit(ProcessExited exited) {
    StringBuilder text = new StringBuilder();
    exited.unit().ifPresent(unit -> text.append(unit).append(": "));
    text.append(
        switch (exited.witness()) {
          case MANAGER_MAIN -> "main process";
          case MANAGER_CONTROL -> "control process";
          case EXIT_CALL, ABEND, KERNEL_OOM, COREDUMP, TRACER -> "process";
        });
    ActorText.named(exited.comm(), exited.pid(), exited.exe())
        .ifPresent(name -> text.append(' ').append(name));
    text.append(' ').append(ending(exited));
    return text.toString();
  }

  private static String ending(ProcessExited exited) {
    return switch (exited.witness()) {
      case EXIT_CALL -> "leaves" + DeedText.status(exited.how(), exited.status());
      case KERNEL_OOM -> "killed by the kernel: out of memory";
      case MANAGER_MAIN, MANAGER_CONTROL, ABEND, COREDUMP, TRACER ->
          "ended" + DeedText.status(exited.how(), exited.status());
    };
  }

  private static String process(ProcessSeen seen) {
    String how =
        switch (seen.by()) {
          case SNAPSHOT -> "alive";
          case EXEC -> "executes";
          case FORK -> "forked";
          case CALL -> "makes a system call";
          case JOURNAL -> "logs";
          case USER_RECORD -> "named by a user-space record";
        };
    String command = seen.process().command().map(line -> ": " + line).orElse("");
    String unit = seen.unit().map(name -> " of " + name).orElse("");
    return ActorText.of(seen.process()) + unit + " " + how + command;
  }

  private static String thread(ThreadSeen seen) {
    String name = seen.comm().map(comm -> " \"" + comm + '"').orElse("");
    return "thread " + seen.tid() + name + " of process " + seen.tgid() + " alive";
  }

  private static String pidFile(PidFileSeen seen) {
    String number = seen.number().isPresent() ? Integer.toString(seen.number().getAsInt()) : "?";
    String by = seen.accessor().pid().isPresent() ? " by " + ActorText.of(seen.accessor()) : "";
    return switch (seen.by()) {
      case SNAPSHOT -> seen.path() + " holds " + number;
      case READ -> seen.path() + " read" + by;
      case WRITTEN -> seen.path() + " written" + by;
      case REMOVED -> seen.path() + " removed" + by;
    };
  }

  private static String boot(BootSeen seen) {
    String sign = seen.sign().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    Optional<String> boot = seen.provenance().bootId();
    return boot.map(id -> sign + ", boot " + id).orElse(sign);
  }

  private static String gap(EvidenceGap gap) {
    String problem = gap.problem().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String lost = gap.lost().isPresent() ? " (" + gap.lost().getAsLong() + " lost)" : "";
    return problem + lost + ": " + gap.detail();
  }
}
