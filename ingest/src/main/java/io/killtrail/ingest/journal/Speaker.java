package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The process that wrote a message. */
final class Speaker {
  /** The kernel's task names have 15 bytes; an identifier is often longer. */
  private static final int COMM = 15;

  /** The kernel's "unset" for login uid and audit session. */
  private static final long UNSET = 4_294_967_295L;

  private Speaker() {}

  /** The process, if the journal vouches for it or, in text forms, the line names it. */
  static Optional<Actor> of(Message message) {
    if (message.road() != Message.Road.PROGRAM) {
      return Optional.empty();
    }
    return message.bare() ? named(message) : vouched(message.fields());
  }

  private static Optional<Actor> named(Message message) {
    if (message.pid().isEmpty()) {
      return Optional.empty();
    }
    String ident = message.ident();
    String comm = ident.length() > COMM ? ident.substring(0, COMM) : ident;
    // journalctl -o with-unit prints units in the place of identifiers.
    boolean name = !comm.isEmpty() && UnitName.of(ident).isEmpty();
    Optional<String> known = name ? Optional.of(comm) : Optional.empty();
    return Optional.of(Actor.of(message.pid().getAsInt(), known, Optional.empty()));
  }

  /** Fields with a leading underscore come from the kernel by way of journald. */
  private static Optional<Actor> vouched(Fields fields) {
    OptionalInt pid = fields.get(JournalField.PID).map(Digits::integer).orElse(OptionalInt.empty());
    if (pid.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Actor(
            pid,
            OptionalInt.empty(),
            fields.get(JournalField.COMM),
            fields.get(JournalField.EXE),
            fields.get(JournalField.CMDLINE),
            user(fields, JournalField.LOGIN_UID),
            user(fields, JournalField.UID),
            Optional.empty(),
            Optional.empty(),
            number(fields, JournalField.SESSION),
            Optional.empty()));
  }

  private static Optional<UserId> user(Fields fields, JournalField field) {
    OptionalLong number = number(fields, field);
    return number.isPresent()
        ? Optional.of(new UserId(number.getAsLong(), Optional.empty()))
        : Optional.empty();
  }

  private static OptionalLong number(Fields fields, JournalField field) {
    OptionalLong number = fields.get(field).map(Digits::number).orElse(OptionalLong.empty());
    return number.isPresent() && number.getAsLong() != UNSET ? number : OptionalLong.empty();
  }
}
