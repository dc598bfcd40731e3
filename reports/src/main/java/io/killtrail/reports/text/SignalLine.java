package io.killtrail.reports.text;

import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.Signals;
import java.util.List;

/** A signal call in one line. */
final class SignalLine {
  /** Targets that are named; the others are counted. */
  private static final int NAMED = 4;

  private static final int EPERM = 1;
  private static final int ESRCH = 3;
  private static final int EINVAL = 22;

  private SignalLine() {}

  static String of(SignalSent sent) {
    return signal(sent)
        + (" to " + addressed(sent.addressed()))
        + targets(sent.targets())
        + (" by " + ActorText.of(sent.sender()) + ActorText.who(sent.sender()))
        + outcome(sent)
        + missing(sent);
  }

  /** What the evidence itself lacks, so that nobody takes it for unsaid. */
  private static String missing(SignalSent sent) {
    if (sent.call().isEmpty()) {
      return sent.sender().pid().isEmpty()
          ? " [SYSCALL record missing]"
          : " [SYSCALL record cut or of an unknown architecture]";
    }
    return sent.signal().isEmpty() ? " [SYSCALL record cut]" : "";
  }

  private static String signal(SignalSent sent) {
    if (sent.signal().isEmpty()) {
      return "a signal";
    }
    int number = sent.signal().getAsInt();
    return number == 0 ? "probe (signal 0)" : Signals.name(number);
  }

  private static String addressed(Addressed addressed) {
    return switch (addressed) {
      case Addressed.Task task -> Integer.toString(task.number());
      case Addressed.ThreadOf thread -> "thread " + thread.tid() + " of " + thread.tgid();
      case Addressed.Group group -> "group " + group.pgid();
      case Addressed.OwnGroup own -> "its own group";
      case Addressed.Broadcast all -> "every process";
      case Addressed.Pidfd pidfd -> "descriptor " + pidfd.descriptor();
      case Addressed.Unknown unknown -> "an unrecorded number";
    };
  }

  private static String targets(List<SignalTarget> targets) {
    if (targets.isEmpty()) {
      return "";
    }
    String named =
        String.join(", ", targets.stream().limit(NAMED).map(SignalLine::target).toList());
    int more = targets.size() - NAMED;
    return " (" + named + (more > 0 ? " and " + more + " more)" : ")");
  }

  private static String target(SignalTarget target) {
    return "pid " + target.opid() + target.ocomm().map(comm -> " \"" + comm + '"').orElse("");
  }

  private static String outcome(SignalSent sent) {
    if (sent.errno().isEmpty() || sent.succeeded()) {
      return "";
    }
    return ", failed: "
        + switch (sent.errno().getAsInt()) {
          case EPERM -> "not permitted (EPERM)";
          case ESRCH -> "no such process (ESRCH)";
          case EINVAL -> "invalid (EINVAL)";
          default -> "errno " + sent.errno().getAsInt();
        };
  }
}
