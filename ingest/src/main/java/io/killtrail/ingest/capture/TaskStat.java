package io.killtrail.ingest.capture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@code stat} says of a task (proc_pid_stat(5)): {@code 281 (java) S 1 281 ...}. The name may
 * hold anything, brackets and line ends included; behind its last bracket stand numbers only.
 */
record TaskStat(String comm, int ppid, long startTicks) {
  private static final int KERNEL_THREADS = 2;

  /** State stands before the parent, and 17 numbers between it and the start. */
  private static final int BETWEEN = 17;

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
    numbers.skip(BETWEEN);
    return Optional.of(new TaskStat(comm, ppid, numbers.next()));
  }

  /** Whether it is a thread of the kernel, which has no executable. */
  boolean ofKernel(int pid) {
    return pid == KERNEL_THREADS || ppid == KERNEL_THREADS;
  }
}
