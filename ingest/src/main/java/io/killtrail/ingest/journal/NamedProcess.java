package io.killtrail.ingest.journal;

import java.util.Optional;
import java.util.OptionalInt;

/** A process as log lines name it: {@code 638 (queue-runner)}. */
record NamedProcess(OptionalInt pid, Optional<String> comm) {
  private static final NamedProcess UNKNOWN =
      new NamedProcess(OptionalInt.empty(), Optional.empty());

  /**
   * Reads one.
   *
   * @param from where the number begins
   * @param closing the words after the command name, beginning with its parenthesis; the last ones
   *     count, since a process may put them into its own name
   */
  static NamedProcess read(String text, int from, String closing) {
    OptionalInt pid = Digits.integerAt(text, from);
    int open = Digits.end(text, from);
    int close = text.lastIndexOf(closing);
    if (pid.isEmpty()) {
      return UNKNOWN;
    }
    if (!text.startsWith(" (", open) || close < open + 2) {
      return new NamedProcess(pid, Optional.empty());
    }
    return new NamedProcess(pid, known(text.substring(open + 2, close)));
  }

  /** systemd writes n/a when the process was gone before it could ask for the name. */
  private static Optional<String> known(String comm) {
    return comm.isEmpty() || comm.equals("n/a") ? Optional.empty() : Optional.of(comm);
  }
}
