package io.killtrail.ingest.fact;

/**
 * What the caller passed to say whom it meant, read by the rules of its system call. Numbers are
 * those of the caller's PID namespace.
 */
public sealed interface Addressed {
  /** A positive number given to kill or rt_sigqueueinfo: a process id, or the id of any thread. */
  record Task(int number) implements Addressed {}

  /**
   * A thread by tkill, tgkill or rt_tgsigqueueinfo.
   *
   * @param tgid the process named beside the thread; the same as {@code tid} for tkill, which names
   *     none
   */
  record ThreadOf(int tgid, int tid) implements Addressed {}

  /** A process group: kill with a negative number. */
  record Group(int pgid) implements Addressed {}

  /** The caller's own process group: kill with 0. */
  record OwnGroup() implements Addressed {}

  /** Every process that the caller may signal: kill with -1. */
  record Broadcast() implements Addressed {}

  /** A process by file descriptor; the number is the caller's descriptor and names nobody. */
  record Pidfd(int descriptor) implements Addressed {}

  /** The call itself was not recorded. */
  record Unknown() implements Addressed {}
}
