package io.killtrail.analyzer;

import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.UserId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A process of a {@link Story}, in words; root's, and in no login session unless said. */
public record Who(
    int pid,
    String comm,
    String exe,
    int parent,
    Optional<String> ranCommand,
    Optional<String> inUnit,
    Optional<String> startedAt,
    long uid,
    OptionalLong auid,
    OptionalLong session,
    Optional<String> tty) {

  public static Who process(int pid, String comm, String exe) {
    return new Who(
        pid,
        comm,
        exe,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** The service manager. */
  public static Who systemd() {
    return process(1, "systemd", "/usr/lib/systemd/systemd").parent(0);
  }

  public Who parent(int ppid) {
    return new Who(pid, comm, exe, ppid, ranCommand, inUnit, startedAt, uid, auid, session, tty);
  }

  public Who command(String line) {
    return new Who(
        pid, comm, exe, parent, Optional.of(line), inUnit, startedAt, uid, auid, session, tty);
  }

  public Who unit(String unit) {
    return new Who(
        pid, comm, exe, parent, ranCommand, Optional.of(unit), startedAt, uid, auid, session, tty);
  }

  public Who started(String time) {
    return new Who(
        pid, comm, exe, parent, ranCommand, inUnit, Optional.of(time), uid, auid, session, tty);
  }

  /** Of this user. */
  public Who user(long number) {
    return new Who(
        pid, comm, exe, parent, ranCommand, inUnit, startedAt, number, auid, session, tty);
  }

  /** In a login session. */
  public Who login(long login, long ses) {
    return new Who(
        pid,
        comm,
        exe,
        parent,
        ranCommand,
        inUnit,
        startedAt,
        uid,
        OptionalLong.of(login),
        OptionalLong.of(ses),
        tty);
  }

  public Who at(String terminal) {
    return new Who(
        pid,
        comm,
        exe,
        parent,
        ranCommand,
        inUnit,
        startedAt,
        uid,
        auid,
        session,
        Optional.of(terminal));
  }

  Actor actor() {
    return new Actor(
        OptionalInt.of(pid),
        OptionalInt.of(parent),
        Optional.of(comm),
        Optional.of(exe),
        ranCommand,
        auid.isPresent() ? Optional.of(user(auid)) : Optional.empty(),
        Optional.of(user(OptionalLong.of(uid))),
        Optional.of(user(OptionalLong.of(uid))),
        tty,
        session,
        Optional.of("unconfined"));
  }

  private static UserId user(OptionalLong number) {
    return new UserId(number.getAsLong(), Optional.empty());
  }
}
