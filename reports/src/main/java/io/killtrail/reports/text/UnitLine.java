package io.killtrail.reports.text;

import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.util.Optional;
import java.util.OptionalInt;

/** What the service manager said of a unit, in one line. */
final class UnitLine {
  private UnitLine() {}

  static String of(UnitChanged changed) {
    String unit = changed.unit().or(changed::description).orElse("a unit");
    String witness =
        switch (changed.witness()) {
          case SYSTEM_MANAGER -> "";
          case USER_MANAGER -> " (user manager)";
          case AUDIT -> " (audit)";
        };
    return unit + " " + change(changed.change()) + witness;
  }

  private static String change(UnitChanged.Change change) {
    return switch (change) {
      case UnitChanged.Starting c -> "starting";
      case UnitChanged.Started c -> "started";
      case UnitChanged.Stopping c -> "stopping" + in(c.jobType(), " by a ", " job");
      case UnitChanged.Stopped c -> "stopped" + in(c.jobResult(), ", job ", "");
      case UnitChanged.Deactivated c -> "deactivated";
      case UnitChanged.Failed c -> "failed" + in(c.result(), " with result ", "");
      case UnitChanged.RestartScheduled c ->
          "restart scheduled"
              + (c.counter().isPresent() ? " (no. " + c.counter().getAsInt() + ")" : "");
      case UnitChanged.TimedOut c -> timedOut(c);
      case UnitChanged.ClientSignal c ->
          Signals.name(c.signal()) + " sent to" + whom(c.comm(), c.pid()) + " on client request";
      case UnitChanged.ManagerSignal c ->
          Signals.name(c.signal()) + " sent to" + whom(c.comm(), c.pid()) + " by the manager";
      case UnitChanged.LeftOver c ->
          (c.starting() ? "found a process left over:" : "left a process behind:")
              + whom(c.comm(), c.pid());
      case UnitChanged.OutOfMemory c -> "lost a process to the out-of-memory killer";
      case UnitChanged.MainProcess c -> "has main process " + c.pid();
      case UnitChanged.Requested c -> "is to " + c.verb() + " by a client's request";
    };
  }

  private static String timedOut(UnitChanged.TimedOut out) {
    String limit = out.limit().map(time -> " after " + time.toSeconds() + " s").orElse("");
    return out.state() + " timed out" + limit + in(out.action(), ": ", "");
  }

  private static String whom(Optional<String> comm, OptionalInt pid) {
    return " " + PartyText.name(comm, pid);
  }

  private static String in(Optional<String> value, String before, String after) {
    return value.map(text -> before + text + after).orElse("");
  }
}
