package io.killtrail.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An audit log of one host with very many probes, and now and then a SIGTERM that ends somebody.
 */
final class BusySignals {
  private static final long START_MILLIS = 1_795_000_000_000L;

  /** One signal in so many is deadly. */
  private static final int DEADLY = 10_000;

  private static final int VICTIM = 50_000;

  private BusySignals() {}

  static void write(Path file, int signals) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 1; i <= signals; i++) {
        boolean deadly = i % DEADLY == 0;
        int target = deadly ? VICTIM + i : 300 + i % 3_000;
        out.write(signal(i, target, deadly ? 15 : 0));
      }
    }
  }

  private static String signal(int number, int target, int signal) {
    long millis = START_MILLIS + number * 10L;
    String id =
        String.format(Locale.ROOT, "audit(%d.%03d:%d)", millis / 1000, millis % 1000, number);
    return String.format(
        Locale.ROOT,
        "type=SYSCALL msg=%s: arch=c000003e syscall=62 success=yes exit=0 a0=%x a1=%x a2=0 a3=0"
            + " items=0 ppid=1 pid=456 auid=4294967295 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0"
            + " sgid=0 fsgid=0 tty=(none) ses=4294967295 comm=\"helperd\""
            + " exe=\"/usr/sbin/helperd\" key=\"kill\"%n"
            + "type=OBJ_PID msg=%s: opid=%d oauid=-1 ouid=0 oses=-1 ocomm=\"job\"%n",
        id,
        target,
        signal,
        id,
        target);
  }
}
