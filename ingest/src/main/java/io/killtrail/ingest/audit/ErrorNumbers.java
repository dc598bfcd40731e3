package io.killtrail.ingest.audit;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The errors with which a signal call can fail, by name (errno(3), the same on all architectures).
 */
final class ErrorNumbers {
  private static final Map<String, Integer> BY_NAME =
      Map.of(
          "EPERM", 1, "ESRCH", 3, "EBADF", 9, "EAGAIN", 11, "ENOMEM", 12, "EACCES", 13, "EFAULT",
          14, "EINVAL", 22, "ENOSYS", 38);

  private ErrorNumbers() {}

  /** The number that {@code EACCES(Permission denied)} stands for. */
  static OptionalInt of(String text) {
    int end = text.indexOf('(');
    Integer number = BY_NAME.get(end < 0 ? text : text.substring(0, end));
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
