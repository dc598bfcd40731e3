package io.killtrail.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;

/**
 * The audit log of a host on which much happens: signals, starts, ends, threads, records of several
 * events between each other, OBJ_PIDs that come late, lines that are no records. The same for each
 * seed.
 */
final class BusyLog {
  private static final long START_MILLIS = 1_700_000_000_000L;
  private static final int OPEN_EVENTS = 4;

  private final Random random;
  private final List<Deque<String>> open = new ArrayList<>();
  private final Queue<String> late = new ArrayDeque<>();
  private long millis = START_MILLIS;
  private long serial = 100;
  private long lines;
  private long lateAt;

  BusyLog(long seed) {
    this.random = new Random(seed);
  }

  /** Writes whole lines until the file has at least so many bytes. */
  void write(Path file, long size) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (long written = 0; written < size; ) {
        byte[] line = next();
        out.write(line);
        written += line.length;
      }
    }
  }

  /** The next line, with its end. */
  byte[] next() {
    lines++;
    return (line() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private String line() {
    if (random.nextInt(5_000) == 0) {
      return "this is no record " + lines;
    }
    if (!late.isEmpty() && lines >= lateAt) {
      return late.remove();
    }
    while (open.size() < OPEN_EVENTS) {
      open.add(event());
    }
    int which = random.nextInt(OPEN_EVENTS);
    Deque<String> event = open.get(which);
    String line = event.removeFirst();
    if (event.size() == 1 && random.nextInt(40) == 0) {
      lateAt = late.isEmpty() ? lines + delay() : lateAt;
      late.add(event.removeFirst());
    }
    if (event.isEmpty()) {
      open.remove(which);
    }
    return line;
  }

  /** In lines: mostly soon, at times only after its event was taken for complete. */
  private int delay() {
    return random.nextInt(10) == 0 ? 6_000 : 1 + random.nextInt(300);
  }

  private Deque<String> event() {
    millis += random.nextInt(20);
    serial++;
    return new ArrayDeque<>(
        switch (random.nextInt(9)) {
          case 0 -> started();
          case 1 -> ended();
          case 2 -> List.of(abend());
          case 3 -> List.of(call(56, pid(), "a0=3d0f00 a1=0 a2=0 a3=0", pid()), title());
          case 4 -> List.of(call(57, pid(), "a0=0 a1=0 a2=0 a3=0", pid()), title());
          case 5 -> List.of(call(83, 0, "a0=5581 a1=1ff a2=0 a3=0", pid()), title());
          default -> signalled();
        });
  }

  private int pid() {
    return 300 + random.nextInt(3_000);
  }

  private String head(String type) {
    return String.format(
        Locale.ROOT, "type=%s msg=audit(%d.%03d:%d): ", type, millis / 1000, millis % 1000, serial);
  }

  private String call(int number, int exit, String arguments, int pid) {
    return head("SYSCALL")
        + "arch=c000003e syscall="
        + number
        + " success=yes exit="
        + exit
        + " "
        + arguments
        + " items=0 ppid=1 pid="
        + pid
        + " auid=4294967295 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=(none)"
        + " ses=4294967295 comm=\"job"
        + pid % 100
        + "\" exe=\"/usr/bin/job"
        + pid % 100
        + "\" subj=unconfined key=\"kill\"";
  }

  private String title() {
    return head("PROCTITLE") + "proctitle=\"/usr/bin/job\"";
  }

  private List<String> signalled() {
    int target = pid();
    String arguments = "a0=" + Integer.toHexString(target) + " a1=" + (random.nextInt(3) * 9);
    List<String> records = new ArrayList<>();
    records.add(call(62, 0, arguments + " a2=0 a3=0", pid()));
    for (int i = random.nextInt(3); i >= 0; i--) {
      records.add(
          head("OBJ_PID")
              + "opid="
              + (target + i)
              + " oauid=-1 ouid=0 oses=-1 obj=unconfined ocomm=\"victim\"");
    }
    records.add(random.nextInt(records.size() + 1), title());
    return records;
  }

  private List<String> started() {
    return List.of(
        call(59, 0, "a0=5581 a1=5582 a2=5583 a3=8", pid()),
        head("EXECVE") + "argc=2 a0=\"/usr/bin/job\" a1=\"--number=" + serial + "\"",
        head("CWD") + "cwd=\"/\"",
        head("PATH") + "item=0 name=\"/usr/bin/job\" inode=17 dev=fe:00 mode=0100755 ouid=0 ogid=0",
        title());
  }

  private List<String> ended() {
    return List.of(call(231, 0, "a0=8f a1=3c a2=e7 a3=0", pid()), title());
  }

  private String abend() {
    return head("ANOM_ABEND")
        + "auid=4294967295 uid=0 gid=0 ses=4294967295 subj=unconfined pid="
        + pid()
        + " comm=\"crashing\" exe=\"/usr/bin/crashing\" sig=11 res=1";
  }
}
