package io.killtrail.ingest.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code stat} says of a task (proc_pid_stat(5)): {@code 281 (java) S 1 281 ...}. The name may
 * hold anything, brackets and line ends included; behind its last bracket stand numbers only.
 *
 * @param startTicks when it began, in clock ticks since the boot
 * @param ofKernel whether it is a thread of the kernel, which has no executable
 */
public record TaskStat(String comm, int ppid, long startTicks, boolean ofKernel) {
  /** PF_KTHREAD (linux/sched.h). Children of kthreadd need not have it: the kernel's helpers. */
  private static final long KERNEL_THREAD = 0x200000;

  /** Group, session, terminal and its group stand between the parent and the flags. */
  private static final int TO_FLAGS = 4;

  /** Faults, times, priorities and threads stand between the flags and the start. */
  private static final int TO_START = 12;

  /**
   * Reads a file of {@code /proc}; empty when the task is just going.
   *
   * @throws IOException when it has gone
   */
  public static Optional<TaskStat> read(Path stat) throws IOException {
    ProcFile file = new ProcFile();
    file.read(stat.toString());
    return read(file);
  }

  /** Empty when it is none: a task that is just going has an empty one. */
  static Optional<TaskStat> read(ProcFile file) {
    int open = 0;
    while (open < file.length() && file.bytes()[open] != '(') {
      open++;
    }
    int close = file.last((byte) ')');
    if (close < open) {
      return Optional.empty();
    }
    String comm = new String(file.bytes(), open + 1, close - open - 1, StandardCharsets.UTF_8);
    Numbers numbers = new Numbers(file.bytes(), close + 1, file.length());
    numbers.skip(1);
    int ppid = (int) numbers.next();
    numbers.skip(TO_FLAGS);
    boolean ofKernel = (numbers.next() & KERNEL_THREAD) != 0;
    numbers.skip(TO_START);
    return Optional.of(new TaskStat(comm, ppid, numbers.next(), ofKernel));
  }
}
