package io.killtrail.ingest.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of {@code journalctl -o short-monotonic}: {@code [ 25.616052] web01 systemd[1]: text},
 * with the step since the line before in {@code short-delta}: {@code [ 25.616052 < 0.000123 >]}.
 * The kernel's own log looks alike, but has no host before the speaker.
 */
record MonotonicLine(String host, Message message) {

  /** Reads a line; empty if it has not this form. */
  static Optional<MonotonicLine> parse(String line) {
    int host = stampEnd(line);
    int speaker = host < 0 ? -1 : line.indexOf(' ', host) + 1;
    if (speaker <= host + 1 || !speaks(line, speaker)) {
      return Optional.empty();
    }
    Optional<String> name = Optional.of(line.substring(host, speaker - 1));
    // There is no time that could be told, and none is asked for.
    Stamp none = new Stamp.Full(Instant.EPOCH);
    Message message = ShortLine.said(none, name, line.substring(speaker)).message();
    return Optional.of(new MonotonicLine(name.get(), message));
  }

  /** Where the host begins; -1 if the line begins with no such stamp. */
  private static int stampEnd(String line) {
    int close = line.startsWith("[") ? line.indexOf("] ") : -1;
    for (int i = 1; i < close; i++) {
      char c = line.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ' ' && c != '<' && c != '>') {
        return -1;
      }
    }
    return close < "[0.000000".length() ? -1 : close + 2;
  }

  private static boolean speaks(String line, int speaker) {
    int end = line.indexOf(": ", speaker);
    int open = end > 0 && line.charAt(end - 1) == ']' ? line.lastIndexOf('[', end) : -1;
    return line.startsWith("kernel: ", speaker)
        || (open > speaker && Digits.end(line, open + 1) == end - 1);
  }
}
