package io.killtrail.ingest.setup;

import io.killtrail.ingest.setup.HostView.OlderProcesses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Which processes are older than another, by {@code /proc/PID/stat} (proc(5)). */
final class ProcessStarts {
  private static final int NAMES = 4;
  private static final int LONGEST = 4096;

  /** Fields behind the name: state is the first, flags the 7th, starttime the 20th. */
  private static final int FLAGS = 6;

  private static final int START = 19;
  private static final long KERNEL_THREAD = 0x200000;

  /** What one line of stat says. */
  private record Stat(String name, long start, boolean kernelThread) {}

  private ProcessStarts() {}

  static Sight<OlderProcesses> olderThan(Path proc, long pid) {
    OptionalLong border =
        stat(proc.resolve(Long.toString(pid))).map(Stat::start).stream()
            .mapToLong(Long::longValue)
            .findFirst();
    if (border.isEmpty()) {
      return new Sight.Missing<>();
    }
    List<String> names = new ArrayList<>();
    int count = 0;
    boolean manager = false;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        Optional<Stat> older =
            stat(process).filter(stat -> !stat.kernelThread() && stat.start() < border.getAsLong());
        if (older.isPresent()) {
          count++;
          manager |= process.endsWith("1");
          if (names.size() < NAMES) {
            names.add(older.get().name());
          }
        }
      }
    } catch (IOException e) {
      return new Sight.Hidden<>("/proc cannot be read");
    }
    return new Sight.Shown<>(new OlderProcesses(count, names, manager));
  }

  /** Empty when it is gone by now, which is no error. */
  private static Optional<Stat> stat(Path process) {
    try (InputStream in = Files.newInputStream(process.resolve("stat"))) {
      return stat(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A name may hold blanks and parentheses: the last one ends it. */
  private static Optional<Stat> stat(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open || close + 2 > line.length()) {
      return Optional.empty();
    }
    String[] fields = line.substring(close + 2).split(" ", -1);
    return fields.length <= START
        ? Optional.empty()
        : Optional.of(
            new Stat(
                line.substring(open + 1, close),
                Long.parseLong(fields[START]),
                (Long.parseLong(fields[FLAGS]) & KERNEL_THREAD) != 0));
  }
}
