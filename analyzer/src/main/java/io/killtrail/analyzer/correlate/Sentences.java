package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Case;
import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.analyzer.rule.Telling;
import java.util.Optional;

/** One sentence for each case that a person can read aloud. */
final class Sentences {
  private Sentences() {}

  /** The same case with its sentence. */
  static Case tell(Case told, Optional<String> detail) {
    return new Case(
        told.id(),
        told.replaces(),
        told.host(),
        told.boot(),
        told.time(),
        told.cause(),
        told.flags(),
        told.expected(),
        told.confidence(),
        told.victim(),
        told.victims(),
        told.sender(),
        told.requester(),
        told.origin(),
        told.signal(),
        told.target(),
        told.pidFile(),
        told.exit(),
        told.limit(),
        sentence(told, detail),
        told.evidence(),
        told.alternatives(),
        told.advice());
  }

  private static String sentence(Case told, Optional<String> detail) {
    String victim = victim(told);
    String sender = told.sender().map(Sentences::party).orElse("somebody");
    String signal = told.signal().map(s -> s.name()).orElse("a signal");
    String ended = ended(told);
    String hedge = told.confidence() == Confidence.PROVEN ? "" : hedge(told.confidence());
    return hedge
        + switch (told.cause()) {
          case STALE_PID_FILE -> stale(told, victim, sender, signal);
          case MANAGER_KILL ->
              "systemctl kill: the service manager sent " + signal + " to " + victim + ended + ".";
          case MANAGER_LIMIT ->
              "the service manager ended "
                  + victim
                  + " because "
                  + limit(told)
                  + " ran out"
                  + ended
                  + ".";
          case SHUTDOWN ->
              "the host was going down: the service manager stopped " + victim + ended + ".";
          case STOP_TIMEOUT ->
              "the stop of "
                  + victim
                  + " took too long: "
                  + detail.orElse("it did not end in time")
                  + " ("
                  + limit(told)
                  + ")"
                  + ended
                  + ".";
          case UNIT_STOP ->
              "the service manager stopped "
                  + victim
                  + told.requester().map(who -> " at the request of " + who(who)).orElse("")
                  + ended
                  + ".";
          case USER ->
              told.sender().map(Sentences::who).orElse("somebody")
                  + " sent "
                  + signal
                  + " with "
                  + sender
                  + " to "
                  + victim
                  + ended
                  + ".";
          case SUPERVISOR ->
              sender + ", which runs it, sent " + signal + " to " + victim + ended + ".";
          case VALID_PID_FILE ->
              sender
                  + " sent "
                  + signal
                  + " to "
                  + victim
                  + ", rightly named by PID file "
                  + path(told)
                  + ended
                  + ".";
          case SELF -> victim + " sent " + signal + " to itself" + ended + ".";
          case OTHER_PROCESS -> sender + " sent " + signal + " to " + victim + ended + ".";
          case KERNEL -> "the kernel ended " + victim + ended + ".";
          case OWN_EXIT ->
              victim + " left by itself" + withStatus(told) + "; no signal was recorded.";
          case UNKNOWN -> "it can't be told what ended " + victim + ended + ".";
        };
  }

  private static String hedge(Confidence confidence) {
    return confidence == Confidence.LIKELY ? "Likely: " : "Possibly: ";
  }

  private static String stale(Case told, String victim, String sender, String signal) {
    PidFile file = told.pidFile().orElseThrow();
    String number =
        file.number().isPresent() ? Integer.toString(file.number().getAsInt()) : "its number";
    String matched =
        switch (file.matched()) {
          case THREAD -> "a thread of ";
          case PROCESS -> "meanwhile the process id of ";
        };
    return sender
        + " sent "
        + signal
        + " to "
        + number
        + " out of the stale PID file "
        + path(told)
        + ", but that was "
        + matched
        + victim
        + ended(told)
        + ".";
  }

  private static String path(Case told) {
    return told.pidFile().flatMap(PidFile::path).orElse("(not seen)");
  }

  private static String victim(Case told) {
    Victim victim = told.victim();
    if (victim.pid().isEmpty() && victim.comm().isEmpty() && victim.unit().isEmpty()) {
      return told.target()
          .filter(target -> target.number().isPresent())
          .map(target -> "number " + target.number().getAsInt())
          .orElse("a process");
    }
    String process =
        victim.comm().orElse("a process")
            + (victim.pid().isPresent() ? "[" + victim.pid().getAsInt() + "]" : "");
    String main =
        victim
            .unit()
            .map(
                unit ->
                    victim.comm().isEmpty() && victim.pid().isEmpty()
                        ? unit
                        : process + " of " + unit)
            .orElse(process);
    int others = told.victims().size() - 1;
    return others > 0 ? main + " and " + others + " more" : main;
  }

  private static String party(Party party) {
    return party.comm().orElse("a process")
        + (party.pid().isPresent() ? "[" + party.pid().getAsInt() + "]" : "")
        + party.exe().map(exe -> " (" + exe + ")").orElse("");
  }

  /** A person by name or login uid, with terminal and session. */
  private static String who(Party party) {
    String name =
        party
            .auidName()
            .or(
                () ->
                    party.auid().isPresent()
                        ? Optional.of("login uid " + party.auid().getAsLong())
                        : Optional.empty())
            .orElse(party(party));
    return name
        + party.tty().map(tty -> " on " + tty).orElse("")
        + (party.session().isPresent() ? ", session " + party.session().getAsLong() : "");
  }

  private static String ended(Case told) {
    if (told.exit().how().isEmpty()) {
      return told.exit().unitResult().isEmpty() ? "; no later sign of life" : "";
    }
    return "; it " + Telling.how(told.exit().how(), told.exit().status());
  }

  private static String withStatus(Case told) {
    return told.exit().status().isPresent()
        ? " with status " + told.exit().status().getAsInt()
        : "";
  }

  private static String limit(Case told) {
    return told.limit()
        .map(
            limit ->
                limit.setting()
                    + (limit.seconds().isPresent() ? "=" + limit.seconds().getAsLong() + "s" : ""))
        .orElse("a limit");
  }
}
