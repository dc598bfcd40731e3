package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged.Change;
import io.killtrail.ingest.fact.UnitChanged.ClientSignal;
import io.killtrail.ingest.fact.UnitChanged.Deactivated;
import io.killtrail.ingest.fact.UnitChanged.Failed;
import io.killtrail.ingest.fact.UnitChanged.LeftOver;
import io.killtrail.ingest.fact.UnitChanged.MainProcess;
import io.killtrail.ingest.fact.UnitChanged.ManagerSignal;
import io.killtrail.ingest.fact.UnitChanged.OutOfMemory;
import io.killtrail.ingest.fact.UnitChanged.RestartScheduled;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What the service manager says of a unit's life, as a table of wordings (systemd v183 to v257,
 * first letter in lower case; exits, time-outs and jobs are read elsewhere).
 */
final class UnitWordings {
  private static final String ON_REQUEST = ") on client request.";

  /**
   * One wording.
   *
   * @param prefix how the line begins, after the unit
   * @param infix what must follow somewhere; may be blank
   * @param change reads the change out of the line
   */
  private record Wording(String prefix, String infix, Function<String, Optional<Change>> change) {
    static Wording always(String prefix, String infix, Change change) {
      return new Wording(prefix, infix, rest -> Optional.of(change));
    }

    boolean matches(String rest) {
      return rest.startsWith(prefix) && rest.indexOf(infix, prefix.length()) >= 0;
    }
  }

  private static final Change FAILED = new Failed(Optional.empty());
  private static final Change RESTART = new RestartScheduled(OptionalInt.empty());
  private static final Change STAYED = new LeftOver(false, OptionalInt.empty(), Optional.empty());

  // "Service RestartSec=100ms expired" (v239 and later) is left out: the line with the counter
  // always follows it, and one restart must not be told twice.
  private static final List<Wording> WORDINGS =
      List.of(
          Wording.always("deactivated successfully.", "", new Deactivated()),
          Wording.always("succeeded.", "", new Deactivated()),
          new Wording("failed with result '", "'", UnitWordings::failedWith),
          Wording.always("unit entered failed state", "", FAILED),
          Wording.always("failed.", "", FAILED),
          new Wording("scheduled restart job, restart counter is at ", "", UnitWordings::restart),
          Wording.always("holdoff time over, ", "scheduling restart", RESTART),
          Wording.always("has no holdoff time, ", "scheduling restart", RESTART),
          Wording.always("service hold-off time over, ", "scheduling restart", RESTART),
          Wording.always("service has no hold-off time, ", "scheduling restart", RESTART),
          new Wording("killing process ", ") with signal ", UnitWordings::killing),
          new Wording("sent signal ", ON_REQUEST, UnitWordings::onRequest),
          new Wording("sending signal ", ON_REQUEST, UnitWordings::onRequest),
          new Wording(
              "found left-over process ", ") in control group ", UnitWordings::foundLeftOver),
          new Wording("unit process ", ") remains running ", UnitWordings::remains),
          Wording.always("processes still around after ", "SIGKILL", STAYED),
          Wording.always("still around after ", "SIGKILL", STAYED),
          Wording.always("a process of this unit has been killed by", "OOM", new OutOfMemory()),
          Wording.always("systemd-oomd killed ", " in this unit", new OutOfMemory()),
          new Wording("supervising process ", " which is not our child", UnitWordings::mainProcess),
          new Wording("new main PID ", " belongs to service", UnitWordings::mainProcess),
          new Wording("new main PID ", "accept it", UnitWordings::mainProcess));

  private UnitWordings() {}

  static Optional<Change> read(UnitLine line) {
    return line.unit().isPresent() ? ofUnit(line.rest()) : ofNobody(line.rest());
  }

  private static Optional<Change> ofUnit(String rest) {
    for (Wording wording : WORDINGS) {
      if (wording.matches(rest)) {
        return wording.change().apply(rest);
      }
    }
    return Optional.empty();
  }

  /** Up to v219 some lines have the unit elsewhere or nowhere. */
  private static Optional<Change> ofNobody(String rest) {
    if (failedUnit(rest).isPresent()) {
      return Optional.of(FAILED);
    }
    return rest.startsWith("supervising process ") ? ofUnit(rest) : Optional.empty();
  }

  /** The unit of {@code Unit U entered failed state.} */
  static Optional<String> failedUnit(String rest) {
    int end = rest.indexOf(" entered failed state");
    return rest.startsWith("unit ") && end > 5
        ? UnitName.of(rest.substring(5, end))
        : Optional.empty();
  }

  private static Optional<Change> failedWith(String rest) {
    int from = rest.indexOf('\'') + 1;
    return Optional.of(new Failed(Optional.of(rest.substring(from, rest.indexOf('\'', from)))));
  }

  private static Optional<Change> restart(String rest) {
    int from = "scheduled restart job, restart counter is at ".length();
    return Optional.of(new RestartScheduled(Digits.integerAt(rest, from)));
  }

  private static Optional<Change> killing(String rest) {
    String before = ") with signal ";
    NamedProcess process = NamedProcess.read(rest, "killing process ".length(), before);
    OptionalInt signal = signal(rest, rest.lastIndexOf(before) + before.length());
    return signal.isEmpty()
        ? Optional.empty()
        : Optional.of(new ManagerSignal(signal.getAsInt(), process.pid(), process.comm()));
  }

  /** {@code Sent signal SIGHUP to main process 638 (queue-runner) on client request.} */
  private static Optional<Change> onRequest(String rest) {
    String before = " process ";
    int process = rest.indexOf(before);
    OptionalInt signal = signal(rest, rest.indexOf(" signal ") + " signal ".length());
    if (process < 0 || signal.isEmpty()) {
      return Optional.empty();
    }
    NamedProcess named = NamedProcess.read(rest, process + before.length(), ON_REQUEST);
    return Optional.of(new ClientSignal(signal.getAsInt(), named.pid(), named.comm()));
  }

  private static OptionalInt signal(String rest, int from) {
    int end = from;
    while (end < rest.length() && rest.charAt(end) != ' ' && rest.charAt(end) != '.') {
      end++;
    }
    return Signals.parse(rest.substring(from, end));
  }

  private static Optional<Change> foundLeftOver(String rest) {
    NamedProcess process =
        NamedProcess.read(rest, "found left-over process ".length(), ") in control group ");
    boolean starting = !rest.contains(" while stopping");
    return Optional.of(new LeftOver(starting, process.pid(), process.comm()));
  }

  private static Optional<Change> remains(String rest) {
    NamedProcess process = NamedProcess.read(rest, "unit process ".length(), ") remains running ");
    return Optional.of(new LeftOver(false, process.pid(), process.comm()));
  }

  private static Optional<Change> mainProcess(String rest) {
    int from = rest.startsWith("new") ? "new main PID ".length() : "supervising process ".length();
    OptionalInt pid = Digits.integerAt(rest, from);
    return pid.isEmpty() ? Optional.empty() : Optional.of(new MainProcess(pid.getAsInt()));
  }
}
