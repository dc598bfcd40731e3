package io.killtrail.ingest.journal;

import io.killtrail.ingest.FactSink;
import io.killtrail.ingest.fact.Actor;
import io.killtrail.ingest.fact.RawRecord;
import io.killtrail.ingest.fact.SignalSent;
import io.killtrail.ingest.fact.SignalTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Joins the audit records of one event out of journald's text form, which has no serials: the lines
 * without a pid that follow a SYSCALL line within its second belong to it, up to PROCTITLE, which
 * the kernel writes last. Other lines with a pid between them (CRED_ACQ, ANOM_ABEND) are events of
 * one record. Where two events mix, a target can be lost; it is never given to a later sender.
 */
final class AuditJoin {
  /** A broadcast names every process of the host; beyond this a line is no target any more. */
  private static final int MOST_TARGETS = 100_000;

  private final FactSink sink;
  private Optional<Pending> pending = Optional.empty();

  AuditJoin(FactSink sink) {
    this.sink = sink;
  }

  /** A signal whose other records may follow. */
  private static final class Pending {
    final Origin origin;
    final AuditCall call;
    final AuditFields syscall;
    final List<RawRecord> raw = new ArrayList<>();
    final List<SignalTarget> targets = new ArrayList<>();
    Optional<String> command = Optional.empty();

    Pending(Origin origin, AuditCall call, AuditFields syscall) {
      this.origin = origin;
      this.call = call;
      this.syscall = syscall;
      raw.add(origin.raw());
    }
  }

  /** The next line, of whatever speaker. */
  void read(Message message, Origin origin) {
    if (pending.isPresent() && !pending.get().origin.time().equals(origin.time())) {
      flush();
    }
    if (message.road() != Message.Road.AUDIT) {
      return;
    }
    if (message.text().startsWith("SYSCALL ")) {
      flush();
      begin(message.text(), origin);
    } else if (message.pid().isEmpty()) {
      pending.ifPresent(event -> join(event, message.text(), origin));
    }
  }

  /** No more lines follow. */
  void flush() {
    pending.ifPresent(event -> sink.fact(signal(event)));
    pending = Optional.empty();
  }

  private void begin(String text, Origin origin) {
    AuditFields syscall = new AuditFields(text);
    pending = AuditCall.of(syscall).map(call -> new Pending(origin, call, syscall));
  }

  private void join(Pending event, String text, Origin origin) {
    AuditFields fields = new AuditFields(text);
    if (text.startsWith("OBJ_PID ") && event.targets.size() < MOST_TARGETS) {
      OptionalInt opid = fields.integer("opid");
      if (opid.isPresent()) {
        event.raw.add(origin.raw());
        event.targets.add(target(opid.getAsInt(), fields));
      }
    } else if (text.startsWith("PROCTITLE ")) {
      event.raw.add(origin.raw());
      event.command = fields.untrusted("proctitle").map(title -> title.replace('\0', ' '));
      flush();
    }
  }

  private static SignalTarget target(int opid, AuditFields fields) {
    return new SignalTarget(
        opid,
        fields.untrusted("ocomm"),
        fields.user("oauid"),
        fields.user("ouid"),
        fields.set("oses"),
        fields.plain("obj"));
  }

  private static SignalSent signal(Pending event) {
    AuditFields syscall = event.syscall;
    return new SignalSent(
        event.origin.provenance(0, event.raw),
        Optional.of(event.call.call()),
        Optional.of(event.call.arch()),
        event.call.addressed(syscall),
        event.call.signal(syscall),
        errno(syscall),
        sender(event),
        event.targets,
        // Several keys are separated by the byte 1.
        syscall.untrusted("key").map(key -> key.replace('\u0001', ',')));
  }

  private static Actor sender(Pending event) {
    AuditFields syscall = event.syscall;
    return new Actor(
        syscall.integer("pid"),
        syscall.integer("ppid"),
        syscall.untrusted("comm"),
        syscall.untrusted("exe"),
        event.command,
        syscall.user("auid"),
        syscall.user("uid"),
        syscall.user("euid"),
        syscall.plain("tty"),
        syscall.set("ses"),
        syscall.plain("subj"));
  }

  private static OptionalInt errno(AuditFields syscall) {
    String success = syscall.raw("success").orElse("");
    if (success.equals("yes")) {
      return OptionalInt.of(0);
    }
    String exit = syscall.raw("exit").orElse("");
    return exit.startsWith("-") ? Digits.integer(exit.substring(1)) : OptionalInt.empty();
  }
}
