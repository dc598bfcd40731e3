package io.killtrail.reports.text;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;

/** A process of a record in words: {@code helperd[456] /usr/bin/python3.11}. */
final class ActorText {
  private ActorText() {}

  static String of(Actor actor) {
    return named(actor.comm(), actor.pid(), actor.exe()).orElse("an unknown process");
  }

  static Optional<String> named(Optional<String> comm, OptionalInt pid, Optional<String> exe) {
    if (comm.isEmpty() && pid.isEmpty()) {
      return exe;
    }
    String name = PartyText.name(comm, pid);
    return Optional.of(exe.map(path -> name + " " + path).orElse(name));
  }

  /** {@code uid 0 (root) auid 1000 tty pts0 session 3}, as far as the record says. */
  static String who(Actor actor) {
    StringBuilder text = new StringBuilder();
    actor.uid().ifPresent(uid -> text.append(" uid ").append(user(uid)));
    actor.auid().ifPresent(auid -> text.append(" auid ").append(user(auid)));
    actor.tty().ifPresent(tty -> text.append(" tty ").append(tty));
    actor.session().ifPresent(session -> text.append(" session ").append(session));
    return text.toString();
  }

  private static String user(UserId user) {
    return user.number().isPresent()
        ? user.label() + user.name().map(name -> " (" + name + ")").orElse("")
        : user.label();
  }
}
