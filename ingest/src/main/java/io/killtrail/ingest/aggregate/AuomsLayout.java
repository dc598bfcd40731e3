package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.aggregate.AggregatedEvent.Part;
import io.killtrail.ingest.audit.RecordBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Microsoft's auoms, through Log Analytics: {@code {"HostName":…,"SyslogMessage":"type=AUOMS_EXECVE
 * audit(1652292621.986:84138): … node=UBUNTU5 arch=x86_64 syscall=execve syscall_r=59 …"}}. All
 * records of an event in one, users by name and number, and values with blanks in them.
 */
final class AuomsLayout implements Layout {
  private static final String TYPE = "type=AUOMS_";
  private static final String STAMP = " audit(";

  /** Several events counted as one: times and numbers of their own are gone. */
  private static final String SUMMED_UP = "AGGREGATED";

  /** Where a field of SYSCALL goes by another name there. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "arch", "ARCH",
          "syscall", "SYSCALL",
          "syscall_r", "syscall",
          "audit_user", "AUID",
          "user", "UID",
          "effective_user", "EUID");

  private static final List<String> KEPT =
      List.of(
          "success", "exit", "a0", "a1", "a2", "a3", "ppid", "pid", "auid", "uid", "euid", "tty",
          "ses", "comm", "exe", "subj", "key");

  private static final List<String> TARGET =
      List.of("opid", "oauid", "ouid", "oses", "obj", "ocomm");

  @Override
  public boolean fits(Json.Members object) {
    return object.text("SyslogMessage").filter(text -> text.startsWith(TYPE)).isPresent();
  }

  @Override
  public Optional<AggregatedEvent> event(Json.Members object) {
    String text = object.text("SyslogMessage").orElse("");
    int start = text.indexOf(STAMP);
    int end = text.indexOf(')', Math.max(start, 0));
    if (start < 0 || end < 0 || text.startsWith(SUMMED_UP, TYPE.length())) {
      return Optional.empty();
    }
    Optional<EventStamp> stamp = EventStamp.of(text.substring(start + STAMP.length(), end));
    Map<String, String> fields = LooseFields.of(text.substring(end + 1));
    return stamp.map(
        found ->
            new AggregatedEvent(
                found,
                Optional.ofNullable(fields.get("node")).or(() -> object.text("HostName")),
                Optional.empty(),
                parts(fields)));
  }

  private static List<Part> parts(Map<String, String> fields) {
    List<Part> parts = new ArrayList<>();
    RecordBody call = new RecordBody();
    KEPT.forEach(name -> copy(fields, name, name, call));
    RENAMED.forEach((name, audits) -> copy(fields, name, audits, call));
    parts.add(new Part("SYSCALL", call.latin1()));
    if (fields.containsKey("cmdline")) {
      parts.add(new Part("EXECVE", new RecordBody().text("a0", fields.get("cmdline")).latin1()));
    }
    if (fields.containsKey("opid")) {
      RecordBody target = new RecordBody();
      TARGET.forEach(name -> copy(fields, name, name, target));
      parts.add(new Part("OBJ_PID", target.latin1()));
    }
    RecordBody title = new RecordBody();
    copy(fields, "proctitle", "proctitle", title);
    parts.add(new Part("PROCTITLE", title.latin1()));
    return parts;
  }

  private static void copy(
      Map<String, String> fields, String name, String audits, RecordBody body) {
    if (fields.containsKey(name)) {
      body.field(audits, fields.get(name));
    }
  }
}
