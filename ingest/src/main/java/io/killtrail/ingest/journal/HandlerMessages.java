package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.Addressed;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import io.killtrail.ingest.fact.UserId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Programs that say who sent them a signal. Their word counts less than a record of the call: it
 * may be older than the line, and in text logs anybody may write it.
 */
final class HandlerMessages implements MessageReader {

  @Override
  public void read(Message message, EntryFacts facts) {
    // journald tells only of the manager and of shutdown, who speak for themselves.
    if (message.road() != Message.Road.PROGRAM
        || message.pid().isEmpty()
        || message.ident().startsWith("systemd")) {
      return;
    }
    HandlerWording.read(message.text()).ifPresent(told -> add(told, message, facts));
  }

  private static void add(HandlerWording told, Message message, EntryFacts facts) {
    Actor named = Actor.of(told.sender(), Optional.empty(), Optional.empty());
    Actor sender =
        told.uid().isEmpty()
            ? named
            : named.withUid(new UserId(told.uid().getAsInt(), Optional.empty()));
    SignalTarget target =
        new SignalTarget(
            message.pid().getAsInt(),
            Speaker.of(message).flatMap(Actor::comm),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty());
    facts.add(
        provenance ->
            new SignalSent(
                provenance,
                Optional.empty(),
                Optional.empty(),
                new Addressed.Unknown(),
                OptionalInt.of(told.signal()),
                OptionalInt.of(0),
                sender,
                List.of(target),
                Optional.empty()));
  }
}
