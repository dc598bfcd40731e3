package io.killtrail.ingest.audit;

import io.killtrail.ingest.CollectingSink;
import io.killtrail.ingest.IngestOptions;
import io.killtrail.ingest.InputContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes records and reads them as a log. */
final class AuditLog {
  private AuditLog() {}

  static CollectingSink read(String... lines) {
    CollectingSink sink = new CollectingSink();
    feed(lines, sink).finish(sink);
    return sink;
  }

  /** Gives only what the reader did not keep back. */
  static CollectingSink readWithoutFinish(String... lines) {
    CollectingSink sink = new CollectingSink();
    feed(lines, sink);
    return sink;
  }

  private static AuditLogReader feed(String[] lines, CollectingSink sink) {
    AuditLogReader reader = new AuditLogReader();
    InputContext context = new InputContext("test", Instant.EPOCH, IngestOptions.NONE);
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    try {
      reader.read(new ByteArrayInputStream(bytes), context, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader;
  }

  static String record(String type, String stamp, String body) {
    return "type=" + type + " msg=audit(" + stamp + "): " + body;
  }

  /** A SYSCALL record on x86_64. */
  static String syscall(String stamp, int number, String arguments) {
    return syscall(stamp, "c000003e", number, "success=yes exit=0 " + arguments);
  }

  static String syscall(String stamp, String arch, int number, String rest) {
    return record(
        "SYSCALL",
        stamp,
        "arch="
            + arch
            + " syscall="
            + number
            + " "
            + rest
            + " items=0 ppid=1 pid=456 auid=4294967295 uid=0 gid=0 euid=0 tty=(none)"
            + " ses=4294967295 comm=\"helperd\" exe=\"/usr/sbin/helperd\" subj=unconfined"
            + " key=\"kill\"");
  }

  static String kill(String stamp) {
    return syscall(stamp, 62, "a0=15e a1=f a2=0 a3=0");
  }

  static String objPid(String stamp, int opid) {
    return record(
        "OBJ_PID",
        stamp,
        "opid=" + opid + " oauid=-1 ouid=0 oses=-1 obj=unconfined ocomm=\"java\"");
  }

  static String title(String stamp) {
    return record("PROCTITLE", stamp, "proctitle=68656C70657264002D6400");
  }
}
