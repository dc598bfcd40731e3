package io.killtrail.ingest.audit;

import java.util.Arrays;
import java.util.Map;

/** What the numbers of system calls mean on one architecture. */
final class Architecture {
  /** Set in the number of a call that came by the x32 ABI (kernel {@code __X32_SYSCALL_BIT}). */
  static final long X32_BIT = 0x4000_0000L;

  private final String name;
  private final FieldKey cloneFlags;
  private final Syscall[] calls;

  Architecture(String name, FieldKey cloneFlags, Map<Integer, Syscall> byNumber) {
    this.name = name;
    this.cloneFlags = cloneFlags;
    int size = byNumber.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
    this.calls = new Syscall[size];
    Arrays.fill(calls, Syscall.OTHER);
    byNumber.forEach((number, call) -> calls[number] = call);
  }

  /** As audit names it. */
  String name() {
    return name;
  }

  /**
   * The argument of clone that holds its flags: the second on s390 (kernel {@code
   * CONFIG_CLONE_BACKWARDS2}).
   */
  FieldKey cloneFlags() {
    return cloneFlags;
  }

  Syscall call(long number) {
    long plain = number & ~X32_BIT;
    return plain < 0 || plain >= calls.length ? Syscall.OTHER : calls[(int) plain];
  }
}
