package io.killtrail.analyzer.rule;

import io.killtrail.analyzer.cases.Confidence;
import io.killtrail.analyzer.cases.Party;
import io.killtrail.analyzer.death.Delivery;
import io.killtrail.analyzer.history.HostHistory;
import io.killtrail.analyzer.history.Life;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.ProcessSeen;
import io.killtrail.ingest.fact.ProgramName;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.UnitChanged;
import io.killtrail.ingest.fact.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Processes as parties of a case. */
public final class Parties {
  private Parties() {}

  /** The sender of a signal, with what its life tells beyond the record. */
  public static Party sender(Delivery delivery, HostHistory history) {
    return party(
        delivery.signal().sender(), delivery.sender(), delivery.time(), history, Confidence.PROVEN);
  }

  /** The sender of any other signal. */
  static Party sender(SignalSent signal, HostHistory history) {
    Instant time = signal.provenance().time();
    return party(signal.sender(), history.callerOf(signal), time, history, Confidence.LIKELY);
  }

  /** Whoever ran or asked for something. */
  static Party requester(ProcessSeen seen, HostHistory history, Confidence confidence) {
    return party(
        seen.process(),
        history.processAt(seen.pid(), seen.provenance().time()),
        seen.provenance().time(),
        history,
        confidence);
  }

  /** A client that the manager heard. */
  static Party requester(UnitChanged.Requested request, Instant time, Confidence confidence) {
    return party(request.client(), Optional.empty(), time, List.of(), confidence);
  }

  /** The service manager, where only its own lines show that it acted. */
  public static Party manager(Instant time, HostHistory history) {
    Actor systemd = Actor.of(1, Optional.of("systemd"), Optional.empty());
    return party(systemd, history.processAt(1, time), time, history, Confidence.LIKELY);
  }

  private static Party party(
      Actor actor, Optional<Life> life, Instant time, HostHistory history, Confidence confidence) {
    List<Life> ancestors =
        life.map(known -> Senders.ancestors(known, time, history)).orElse(List.of());
    return party(actor, life, time, ancestors, confidence);
  }

  private static Party party(
      Actor actor, Optional<Life> life, Instant time, List<Life> ancestors, Confidence confidence) {
    Optional<UserId> auid = actor.auid();
    return new Party(
        actor.pid(),
        actor.ppid().isPresent()
            ? actor.ppid()
            : life.map(known -> known.ppid(time)).orElse(OptionalInt.empty()),
        actor.comm(),
        actor.exe().or(() -> life.flatMap(known -> known.exe(time))),
        life.flatMap(known -> known.command(time)).or(actor::command),
        auid.map(UserId::number).orElse(OptionalLong.empty()),
        auid.flatMap(UserId::name),
        actor.uid().map(UserId::number).orElse(OptionalLong.empty()),
        actor.tty(),
        actor.session(),
        life.flatMap(known -> known.unit(time)),
        names(ancestors, time),
        confidence);
  }

  /** The ancestors of a process as far as evidence goes, nearest first. */
  public static List<String> chain(Life life, Instant time, HostHistory history) {
    return names(Senders.ancestors(life, time, history), time);
  }

  private static List<String> names(List<Life> ancestors, Instant time) {
    return ancestors.stream().map(ancestor -> name(ancestor, time)).toList();
  }

  private static String name(Life life, Instant time) {
    return life.comm(time).or(() -> life.exe(time).map(ProgramName::of)).orElse("?")
        + "["
        + life.pid()
        + "]";
  }
}
