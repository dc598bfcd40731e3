package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Evidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.death.UnitRun;
import io.killtrail.analyzer.history.Life;
import io.killtrail.analyzer.recording.RuleGroup;
import io.killtrail.analyzer.request.ManagerRequest;
import io.killtrail.analyzer.request.RequestVerb;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.Signals;
import io.killtrail.ingest.fact.UnitChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who stood behind the service manager: of the commands before its act the last that asks for it by
 * unit and verb, else the last that asks for the job of another unit that began in the same
 * instant.
 */
final class Requesters {
  /** A request is mostly obeyed at once. */
  private static final Duration PROMPT = Duration.ofSeconds(20);

  /** It waits for a password, or for jobs that come first. */
  private static final Duration REACH = Duration.ofSeconds(90);

  /** The jobs of one transaction begin so close together, where nothing holds them up. */
  private static final Duration SAME_TRANSACTION = Duration.ofMillis(100);

  private static final int COMM_LENGTH = 15;

  private final Situation situation;
  private final Set<RequestVerb> verbs;
  private final Instant from;
  private final Instant begun;

  /** Of the requests between the two times. */
  private Requesters(Situation situation, Set<RequestVerb> verbs, Instant from, Instant begun) {
    this.situation = situation;
    this.verbs = verbs;
    this.from = from;
    this.begun = begun;
  }

  /** What was asked for before a unit's run began was done before. */
  private static Instant runBegun(Situation situation) {
    return situation.run().flatMap(UnitRun::started).orElse(Instant.MIN);
  }

  /** Tells who asked for the stop, or that it is unknown. */
  static void ofStop(Situation situation, Verdict.Builder verdict) {
    Optional<UnitChanged> line = situation.run().flatMap(UnitRun::stopping);
    Instant begun = line.map(Requesters::latest).orElse(situation.time());
    new Requesters(situation, stopVerbs(line), runBegun(situation), begun)
        .tell("stop", Requesters::forUnitOrAnother, verdict);
  }

  /** Tells who asked for the signal, or that it is unknown. */
  static void ofKill(Situation situation, Verdict.Builder verdict) {
    Set<RequestVerb> kill = EnumSet.of(RequestVerb.KILL);
    new Requesters(situation, kill, runBegun(situation), situation.time())
        .tell("signal", Requesters::forUnitOrAnother, verdict);
  }

  /** Tells who asked for the shutdown that began then, or that it is unknown. */
  static void ofShutdown(Situation situation, Instant begun, Verdict.Builder verdict) {
    Set<RequestVerb> down = EnumSet.of(RequestVerb.SHUTDOWN);
    new Requesters(situation, down, Instant.MIN, begun)
        .tell("shutdown", Requesters::forHost, verdict);
  }

  /** The stop half of a restart may be called a stop too, but never the other way round. */
  private static Set<RequestVerb> stopVerbs(Optional<UnitChanged> line) {
    boolean restart =
        line.map(UnitChanged::change)
            .filter(UnitChanged.Stopping.class::isInstance)
            .flatMap(change -> ((UnitChanged.Stopping) change).jobType())
            .filter(type -> type.contains("restart"))
            .isPresent();
    return restart
        ? EnumSet.of(RequestVerb.RESTART)
        : EnumSet.of(RequestVerb.STOP, RequestVerb.RESTART);
  }

  /** Stamps of text forms are cut to the second. */
  private static Instant latest(UnitChanged line) {
    Instant time = line.provenance().time();
    return line.provenance().form().dated() ? time : time.plusMillis(999);
  }

  private record Request(Party party, Evidence evidence, Optional<String> through) {}

  private void tell(
      String what, Function<Requesters, Optional<Request>> search, Verdict.Builder verdict) {
    Optional<Request> found = search.apply(this);
    found.ifPresent(request -> name(request, verdict));
    if (found.isEmpty()) {
      verdict.advice(
          before().isEmpty()
              ? "Who asked for the "
                  + what
                  + " is not recorded: sudo's USER_CMD records would have shown it, or this audit"
                  + " rule: "
                  + RuleGroup.EXECVE.rule()
              : "Who asked for the "
                  + what
                  + " is unknown: no recorded command asked for it. A client on D-Bus, a"
                  + " dependency or a trigger of another unit may have; sudo's USER_CMD"
                  + " records show the rest, or this audit rule: "
                  + RuleGroup.EXECVE.rule());
    }
  }

  private static void name(Request request, Verdict.Builder verdict) {
    verdict.requester(Optional.of(request.party())).evidence(request.evidence());
    request.through().ifPresent(verdict::through);
  }

  /** By a command that was run, or that somebody was let run. */
  private Request ran(ProcessSeen seen, Confidence confidence) {
    Instant time = seen.provenance().time();
    List<Life> ancestors =
        situation
            .history()
            .processAt(seen.pid(), time)
            .map(life -> Senders.ancestors(life, time, situation.history()))
            .orElse(List.of());
    return new Request(
        Parties.requester(seen, situation.history(), confidence),
        Telling.request(seen),
        RequestTools.of(ancestors, time));
  }

  private Optional<Request> forUnitOrAnother() {
    Optional<String> unit = unit();
    Optional<Request> asked = unit.isPresent() ? forUnit(unit.get()) : forNameOfVictim();
    return asked.or(() -> unit.flatMap(this::allowed)).or(this::forAnother);
  }

  private Optional<String> unit() {
    return situation
        .run()
        .map(UnitRun::unit)
        .or(
            () ->
                situation
                    .deciding()
                    .flatMap(Delivery::victim)
                    .flatMap(life -> life.unit(situation.time())));
  }

  private Optional<Request> forUnit(String unit) {
    return last(request ->
            verbs.contains(request.verb()) && signalFits(request) && request.names(unit))
        .map(seen -> ran(seen, prompt(seen) ? Confidence.LIKELY : Confidence.POSSIBLE));
  }

  private Optional<Request> forHost() {
    return last(request -> verbs.contains(request.verb()))
        .map(seen -> ran(seen, prompt(seen) ? Confidence.LIKELY : Confidence.POSSIBLE));
  }

  private boolean prompt(ProcessSeen seen) {
    return !seen.provenance().time().isBefore(begun.minus(PROMPT));
  }

  /** No evidence names the victim's unit, but units mostly bear the names of their programs. */
  private Optional<Request> forNameOfVictim() {
    return situation
        .deciding()
        .flatMap(deciding -> deciding.target().ocomm())
        .filter(comm -> comm.length() < COMM_LENGTH)
        .flatMap(
            comm ->
                last(
                    request ->
                        verbs.contains(request.verb())
                            && signalFits(request)
                            && request.names(comm)))
        .map(seen -> ran(seen, Confidence.POSSIBLE));
  }

  /** The manager's own record of a client whom it let, which names the unit but no process. */
  private Optional<Request> allowed(String unit) {
    return situation.history().allowedBefore(begun, PROMPT).stream()
        .filter(line -> !ofUserManager() && line.unit().filter(of -> covers(of, unit)).isPresent())
        .filter(line -> situation.history().sameBoot(line.provenance().time(), begun))
        .filter(line -> !line.provenance().time().isBefore(from))
        .flatMap(line -> allowed(line).stream())
        .findFirst();
  }

  private Optional<Request> allowed(UnitChanged line) {
    return Optional.of(line.change())
        .filter(UnitChanged.Requested.class::isInstance)
        .map(UnitChanged.Requested.class::cast)
        .filter(request -> RequestVerb.of(request.verb()).filter(verbs::contains).isPresent())
        .map(
            request ->
                new Request(
                    Parties.requester(request, line.provenance().time(), Confidence.LIKELY),
                    Telling.change(line),
                    Optional.empty()));
  }

  /** An instance is allowed by its template's file. */
  private static boolean covers(String told, String unit) {
    int at = told.indexOf("@.");
    return told.equals(unit) || (at > 0 && unit.startsWith(told.substring(0, at + 1)));
  }

  /** A dependency or conflict: another unit's job began in the same instant, and was asked for. */
  private Optional<Request> forAnother() {
    Set<String> others = begunWithIt();
    return last(request -> asksForOthers(request, others))
        .filter(this::prompt)
        .map(seen -> ran(seen, Confidence.POSSIBLE));
  }

  private boolean asksForOthers(ManagerRequest request, Set<String> others) {
    return switch (request.verb()) {
      case STOP, RESTART, START -> others.stream().anyMatch(request::names);
      case ISOLATE -> verbs.contains(RequestVerb.STOP);
      case KILL, SHUTDOWN -> false;
    };
  }

  private Set<String> begunWithIt() {
    Optional<UnitRun> stopped = situation.run().filter(run -> run.stopping().isPresent());
    return stopped
        .map(run -> run.stopping().orElseThrow().provenance().time())
        .map(time -> situation.history().unitsWithJobsAbout(time, SAME_TRANSACTION))
        .orElse(Set.of())
        .stream()
        .filter(unit -> !unit.equals(stopped.orElseThrow().unit()))
        .collect(Collectors.toSet());
  }

  private boolean signalFits(ManagerRequest request) {
    if (request.verb() != RequestVerb.KILL) {
      return true;
    }
    OptionalInt asked = request.signal().map(Signals::parse).orElse(OptionalInt.of(Signals.TERM));
    int sent = situation.deciding().map(Delivery::number).orElse(Signals.TERM);
    return asked.isEmpty() || asked.getAsInt() == sent;
  }

  private Optional<ProcessSeen> last(Predicate<ManagerRequest> fits) {
    return before().stream()
        .filter(
            seen ->
                seen.process().command().stream()
                    .flatMap(command -> ManagerRequest.in(command).stream())
                    .anyMatch(request -> request.ofUser() == ofUserManager() && fits.test(request)))
        .findFirst();
  }

  /** In this boot only. */
  private List<ProcessSeen> before() {
    return situation.history().requestsBefore(begun, REACH).stream()
        .filter(seen -> situation.history().sameBoot(seen.provenance().time(), begun))
        .filter(seen -> !seen.provenance().time().isBefore(from))
        .toList();
  }

  private boolean ofUserManager() {
    return situation
        .run()
        .map(UnitRun::changes)
        .filter(
            changes ->
                changes.stream()
                    .anyMatch(line -> line.witness() == UnitChanged.Witness.USER_MANAGER))
        .isPresent();
  }
}
