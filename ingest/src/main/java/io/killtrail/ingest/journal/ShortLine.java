package io.killtrail.ingest.journal;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of the short form: {@code Nov 21 02:14:43 web01 systemd[1]: text}.
 *
 * @param ident blank where no program is named
 */
record ShortLine(Stamp stamp, String host, String ident, OptionalInt pid, String text) {

  /** Reads a line; empty if it has not this form. */
  static Optional<ShortLine> parse(String line) {
    return StampParser.read(line).flatMap(read -> afterStamp(line, read));
  }

  private static Optional<ShortLine> afterStamp(String line, StampParser.Read read) {
    int from = read.end() + 1;
    int end = line.indexOf(' ', from);
    if (end <= from) {
      return Optional.empty();
    }
    return Optional.of(said(read.stamp(), line.substring(from, end), line.substring(end + 1)));
  }

  private static ShortLine said(Stamp stamp, String host, String rest) {
    int colon = colon(rest);
    if (colon < 0) {
      return new ShortLine(stamp, host, "", OptionalInt.empty(), rest);
    }
    String speaker = rest.substring(0, colon);
    String text = rest.substring(rest.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
    int open = speaker.endsWith("]") ? speaker.lastIndexOf('[') : -1;
    OptionalInt pid =
        open < 0
            ? OptionalInt.empty()
            : Digits.integer(speaker.substring(open + 1, speaker.length() - 1));
    return pid.isPresent()
        ? new ShortLine(stamp, host, speaker.substring(0, open), pid, text)
        : new ShortLine(stamp, host, speaker, OptionalInt.empty(), text);
  }

  /** The colon after the speaker; an identifier may hold colons, but not one before a blank. */
  private static int colon(String rest) {
    int colon = rest.indexOf(": ");
    return colon < 0 && rest.endsWith(":") ? rest.length() - 1 : colon;
  }

  /** The line as the message that it carries. */
  Message message() {
    Message.Road road =
        switch (ident) {
          case "kernel" -> Message.Road.KERNEL;
          case "audit" -> Message.Road.AUDIT;
          default -> Message.Road.PROGRAM;
        };
    return new Message(road, ident, pid, text, Fields.NONE);
  }
}
