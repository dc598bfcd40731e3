package io.killtrail.ingest.snapshot;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process or a thread as the kernel shows it. Of a thread all but its own numbers, name and start
 * is its process's.
 *
 * @param pid the process (tgid)
 * @param tid its own number; of the main thread that of the process
 * @param ppid the parent's process id
 * @param comm its own name, whatever it may hold
 * @param startTicks when it began, in ticks since the boot
 * @param process what only processes have; empty for other threads than the main one
 */
public record Task(
    int pid, int tid, int ppid, String comm, long startTicks, Optional<OfProcess> process) {

  /**
   * What is told once for each process.
   *
   * @param exe empty for kernel threads, and where it may not be read
   * @param unit the unit in whose control group it is
   * @param uid real user id
   * @param namespacePids its numbers in each PID namespace, the outermost first
   */
  public record OfProcess(
      Optional<String> exe, Optional<String> unit, OptionalLong uid, List<Integer> namespacePids) {
    public OfProcess {
      Objects.requireNonNull(exe);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(uid);
      namespacePids = List.copyOf(namespacePids);
    }
  }

  public Task {
    Objects.requireNonNull(comm);
    Objects.requireNonNull(process);
  }
}
