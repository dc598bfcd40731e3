package io.killtrail.ingest.audit;

import io.killtrail.ingest.fact.Actor;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Describes the processes of an event. */
final class Actors {
  private static final int LONGEST_COMMAND = 4_096;

  private Actors() {}

  /** The process that made the call; of an event without SYSCALL only what PROCTITLE says. */
  static Actor caller(EventReading event) {
    return caller(event, title(event));
  }

  /** As above, with a better command line than PROCTITLE's. */
  static Actor caller(EventReading event, Optional<String> command) {
    RecordFields fields = event.main();
    return event.hasSyscall()
        ? actor(fields, fields.id(FieldKey.PID), fields.id(FieldKey.PPID), command)
        : named(OptionalInt.empty(), command);
  }

  /** A child that the caller has just made: it looks as its parent did. */
  static Actor child(EventReading event, int pid, OptionalInt parent) {
    return actor(event.main(), OptionalInt.of(pid), parent, title(event));
  }

  private static Actor actor(
      RecordFields fields, OptionalInt pid, OptionalInt ppid, Optional<String> command) {
    return new Actor(
        pid,
        ppid,
        fields.text(FieldKey.COMM),
        fields.text(FieldKey.EXE),
        command,
        fields.user(FieldKey.AUID, FieldKey.AUID_NAME),
        fields.user(FieldKey.UID, FieldKey.UID_NAME),
        fields.user(FieldKey.EUID, FieldKey.EUID_NAME),
        fields.text(FieldKey.TTY),
        fields.session(FieldKey.SES),
        fields.text(FieldKey.SUBJ));
  }

  /** The process that a user-space record names. */
  static Actor user(RecordFields fields, Optional<String> comm, Optional<String> command) {
    return new Actor(
        fields.id(FieldKey.PID),
        OptionalInt.empty(),
        comm,
        fields.text(FieldKey.EXE),
        command,
        fields.user(FieldKey.AUID, FieldKey.AUID_NAME),
        fields.user(FieldKey.UID, FieldKey.UID_NAME),
        Optional.empty(),
        fields.text(FieldKey.TERMINAL).map(Actors::withoutDev),
        fields.session(FieldKey.SES),
        fields.text(FieldKey.SUBJ));
  }

  private static Actor named(OptionalInt pid, Optional<String> command) {
    return new Actor(
        pid,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        command,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private static String withoutDev(String terminal) {
    return terminal.startsWith("/dev/") ? terminal.substring("/dev/".length()) : terminal;
  }

  /** The command line as the kernel cached it. */
  static Optional<String> title(EventReading event) {
    Optional<AuditRecord> record = event.find(RecordType.PROCTITLE);
    return record.isEmpty()
        ? Optional.empty()
        : event.fields(record.get()).text(FieldKey.PROCTITLE).flatMap(Actors::command);
  }

  /** Arguments end in NUL; what is shown has blanks between them. */
  static Optional<String> command(String arguments) {
    int end = Math.min(arguments.length(), LONGEST_COMMAND);
    while (end > 0 && (arguments.charAt(end - 1) == 0 || arguments.charAt(end - 1) == ' ')) {
      end--;
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(arguments.substring(0, end).replace('\0', ' '));
  }
}
