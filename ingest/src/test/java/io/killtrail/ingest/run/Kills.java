package io.killtrail.ingest.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Events of an audit log, by number: of each, killer[1000 + number] sent SIGTERM to victim[500].
 */
final class Kills {
  private static final long START = 1_700_000_000L;

  private Kills() {}

  private static String header(String type, int event) {
    return "type=" + type + " msg=audit(" + (START + event) + ".000:" + (100 + event) + "): ";
  }

  /** The first record of an event. */
  static String syscall(int event) {
    return header("SYSCALL", event)
        + "arch=c000003e syscall=62 success=yes exit=0 a0=1f4 a1=f a2=0 a3=0 items=0 ppid=1"
        + " pid="
        + (1000 + event)
        + " auid=4294967295 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=(none)"
        + " ses=4294967295 comm=\"killer\" exe=\"/usr/bin/killer\" key=\"kill\"\n";
  }

  /** The second and last one. */
  static String objPid(int event) {
    return header("OBJ_PID", event) + "opid=500 oauid=-1 ouid=0 oses=-1 ocomm=\"victim\"\n";
  }

  static String event(int event) {
    return syscall(event) + objPid(event);
  }

  /** All of these, and those between. */
  static String events(int first, int last) {
    StringBuilder all = new StringBuilder();
    for (int event = first; event <= last; event++) {
      all.append(event(event));
    }
    return all.toString();
  }

  /** Writes to the end of a log, which is made when it is not there. */
  static void append(Path log, String lines) throws IOException {
    Files.writeString(
        log,
        lines,
        StandardCharsets.ISO_8859_1,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
