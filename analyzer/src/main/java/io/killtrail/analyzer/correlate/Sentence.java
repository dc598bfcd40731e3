package io.killtrail.analyzer.correlate;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.cases.PidFile;
import io.killtrail.analyzer.cases.Target;
import io.killtrail.analyzer.cases.Victim;
import io.killtrail.analyzer.death.Death;
import io.killtrail.analyzer.rule.Telling;
import io.killtrail.analyzer.rule.Verdict;
import io.killtrail.ingest.fact.Signals;
import java.util.List;
import java.util.Optional;

/**
 * One sentence for each case that a person can read aloud.
 *
 * @param victims all of the act, the main one first
 */
record Sentence(
    Death death,
    Verdict verdict,
    List<Victim> victims,
    Optional<Party> sender,
    Optional<Target> target) {

  String text() {
    String victim = victim();
    String signaller = sender.map(Sentence::party).orElse("somebody");
    String signal =
        death.deciding().map(deciding -> Signals.name(deciding.number())).orElse("a signal");
    String ended = ended();
    String hedge = verdict.confidence() == Confidence.PROVEN ? "" : hedge(verdict.confidence());
    return hedge
        + switch (verdict.cause()) {
          case STALE_PID_FILE -> stale(victim, signaller, signal);
          case MANAGER_KILL ->
              "systemctl kill: the service manager sent "
                  + signal
                  + " to "
                  + victim
                  + request()
                  + ended
                  + ".";
          case MANAGER_LIMIT ->
              "the service manager ended "
                  + victim
                  + " because "
                  + limit()
                  + " ran out"
                  + ended
                  + ".";
          case SHUTDOWN ->
              "the host was going down"
                  + request()
                  + ": the service manager stopped "
                  + victim
                  + ended
                  + ".";
          case STOP_TIMEOUT ->
              "the stop of "
                  + victim
                  + request()
                  + " took too long: "
                  + verdict.detail().orElse("it did not end in time")
                  + " ("
                  + limit()
                  + ")"
                  + ended
                  + ".";
          case UNIT_STOP -> "the service manager stopped " + victim + request() + ended + ".";
          case USER ->
              sender.map(Sentence::who).orElse("somebody")
                  + " sent "
                  + signal
                  + " with "
                  + signaller
                  + " to "
                  + victim
                  + ended
                  + ".";
          case SUPERVISOR ->
              signaller + ", which runs it, sent " + signal + " to " + victim + ended + ".";
          case VALID_PID_FILE ->
              signaller
                  + " sent "
                  + signal
                  + " to "
                  + victim
                  + ", rightly named by PID file "
                  + path()
                  + ended
                  + ".";
          case SELF -> victim + " sent " + signal + " to itself" + ended + ".";
          case OTHER_PROCESS -> signaller + " sent " + signal + " to " + victim + ended + ".";
          case KERNEL -> "the kernel ended " + victim + ended + ".";
          case OWN_EXIT -> victim + " left by itself" + withStatus() + "; no signal was recorded.";
          case UNKNOWN ->
              "it can't be told what ended "
                  + victim
                  + (death.silent() ? ", by SIGTERM or exit 0, without a stop job" : ended)
                  + ".";
        };
  }

  private static String hedge(Confidence confidence) {
    return confidence == Confidence.LIKELY ? "Likely: " : "Possibly: ";
  }

  private String stale(String victim, String signaller, String signal) {
    PidFile file = verdict.pidFile().orElseThrow();
    String number =
        file.number().isPresent() ? Integer.toString(file.number().getAsInt()) : "its number";
    String matched =
        switch (file.matched()) {
          case THREAD -> "a thread of ";
          case PROCESS -> "meanwhile the process id of ";
        };
    return signaller
        + " sent "
        + signal
        + " to "
        + number
        + " out of the stale PID file "
        + path()
        + ", but that was "
        + matched
        + victim
        + ended()
        + ".";
  }

  private String request() {
    return verdict.requester().map(party -> " at the request of " + who(party)).orElse("")
        + verdict.through().map(tools -> " by way of " + tools).orElse("");
  }

  private String path() {
    return verdict.pidFile().flatMap(PidFile::path).orElse("(not seen)");
  }

  private String victim() {
    Victim victim = victims.getFirst();
    if (victim.pid().isEmpty() && victim.comm().isEmpty() && victim.unit().isEmpty()) {
      return target
          .filter(addressed -> addressed.number().isPresent())
          .map(addressed -> "number " + addressed.number().getAsInt())
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
    int others = victims.size() - 1;
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

  private String ended() {
    if (death.exit().how().isEmpty()) {
      return death.exit().unitResult().isEmpty() ? "; no later sign of life" : "";
    }
    return "; it " + Telling.how(death.exit().how(), death.exit().status());
  }

  private String withStatus() {
    return death.exit().status().isPresent()
        ? " with status " + death.exit().status().getAsInt()
        : "";
  }

  private String limit() {
    return verdict
        .limit()
        .map(
            limit ->
                limit.setting()
                    + (limit.seconds().isPresent() ? "=" + limit.seconds().getAsLong() + "s" : ""))
        .orElse("a limit");
  }
}
