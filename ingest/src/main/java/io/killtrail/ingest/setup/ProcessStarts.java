package io.killtrail.ingest.setup;

import io.killtrail.ingest.capture.TaskStat;
import io.killtrail.ingest.setup.HostView.OlderProcesses;
import java.io.IOException;
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

  private ProcessStarts() {}

  static Sight<OlderProcesses> olderThan(Path proc, long pid) {
    OptionalLong border =
        stat(proc.resolve(Long.toString(pid))).map(TaskStat::startTicks).stream()
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
        Optional<TaskStat> older =
            stat(process)
                .filter(stat -> !stat.ofKernel() && stat.startTicks() < border.getAsLong());
        if (older.isPresent()) {
          count++;
          manager |= process.endsWith("1");
          if (names.size() < NAMES) {
            names.add(older.get().comm());
          }
        }
      }
    } catch (IOException e) {
      return new Sight.Hidden<>("/proc cannot be read");
    }
    return new Sight.Shown<>(new OlderProcesses(count, names, manager));
  }

  /** Empty when it is gone by now, which is no error. */
  private static Optional<TaskStat> stat(Path process) {
    try {
      return TaskStat.read(process.resolve("stat"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
