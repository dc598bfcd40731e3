package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import io.killtrail.ingest.audit.RecordBody;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of an auditbeat event made again of its fields: names instead of numbers for
 * architecture and system call, one target at most (go-libaudit, aucoalesce).
 *
 * @param parts SYSCALL, OBJ_PID and PROCTITLE as far as the fields go
 */
record BeatRecords(EventStamp stamp, List<Part> parts) {
  private static final String DATA = "auditd.data.";

  static Optional<BeatRecords> of(Json.Members object) {
    Optional<EventStamp> stamp = stamp(object);
    if (stamp.isEmpty() || !object.has(DATA + "syscall")) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("SYSCALL", call(object)));
    if (object.has(DATA + "opid")) {
      parts.add(new Part("OBJ_PID", target(object)));
    }
    RecordBody title = new RecordBody();
    copy(object, "process.title", "proctitle", title);
    parts.add(new Part("PROCTITLE", title.latin1()));
    List<String> arguments = object.texts("process.args");
    if (!arguments.isEmpty()) {
      RecordBody body = new RecordBody();
      for (int i = 0; i < arguments.size(); i++) {
        body.text("a" + i, arguments.get(i));
      }
      parts.add(new Part("EXECVE", body.latin1()));
    }
    return Optional.of(new BeatRecords(stamp.get(), parts));
  }

  private static Optional<EventStamp> stamp(Json.Members object) {
    Optional<String> serial = object.text("auditd.sequence").filter(EventStamp::isNumber);
    try {
      Optional<Instant> time = object.text("@timestamp").map(Instant::parse);
      return time.isPresent() && serial.isPresent()
          ? Optional.of(new EventStamp(time.get().toEpochMilli(), Long.parseLong(serial.get())))
          : Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static String call(Json.Members object) {
    RecordBody body = new RecordBody();
    object
        .text("auditd.result")
        .ifPresent(result -> body.field("success", result.equals("success") ? "yes" : "no"));
    for (String name : List.of("exit", "a0", "a1", "a2", "a3", "tty")) {
      copy(object, DATA + name, name, body);
    }
    copy(object, "process.parent.pid", "ppid", body);
    copy(object, "process.ppid", "ppid", body);
    copy(object, "process.pid", "pid", body);
    copy(object, "user.audit.id", "auid", body);
    copy(object, "user.auid", "auid", body);
    copy(object, "user.id", "uid", body);
    copy(object, "user.uid", "uid", body);
    copy(object, "user.effective.id", "euid", body);
    copy(object, "user.euid", "euid", body);
    copy(object, "auditd.session", "ses", body);
    copy(object, "process.name", "comm", body);
    copy(object, "process.executable", "exe", body);
    copy(object, "process.exe", "exe", body);
    List<String> keys = object.texts("tags");
    if (!keys.isEmpty()) {
      body.field("key", String.join("\u0001", keys));
    }
    copy(object, DATA + "arch", "ARCH", body);
    copy(object, DATA + "syscall", "SYSCALL", body);
    copy(object, "user.audit.name", "AUID", body);
    copy(object, "user.name", "UID", body);
    copy(object, "user.effective.name", "EUID", body);
    return body.latin1();
  }

  private static String target(Json.Members object) {
    RecordBody body = new RecordBody();
    for (String name : List.of("opid", "oauid", "ouid", "oses", "obj", "ocomm")) {
      copy(object, DATA + name, name, body);
    }
    return body.latin1();
  }

  private static void copy(Json.Members object, String path, String name, RecordBody body) {
    object.text(path).ifPresent(value -> body.field(name, value));
  }
}
