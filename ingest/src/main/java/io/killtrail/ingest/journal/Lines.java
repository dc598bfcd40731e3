package io.killtrail.ingest.journal;

import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.source.Line;
import java.nio.charset.StandardCharsets;

/** What holds for the lines of all journal forms. */
final class Lines {
  private Lines() {}

  /** Whether the line is empty or an explanation, as samples carry them. */
  static boolean blank(Line line) {
    return line.length() == 0 || line.buffer()[line.start()] == '#';
  }

  /**
   * Whether the line is no message: {@code -- Boot … --} and the like, catalog texts (marked with
   * {@code --}, since v246 with light-shade blocks), and further lines of a message, which
   * journalctl indents.
   */
  static boolean aside(Line line) {
    byte[] buffer = line.buffer();
    int start = line.start();
    return buffer[start] == ' '
        || buffer[start] == '\t'
        || (line.length() > 1 && buffer[start] == '-' && buffer[start + 1] == '-')
        || (line.length() > 2
            && buffer[start] == (byte) 0xE2
            && buffer[start + 1] == (byte) 0x96
            && buffer[start + 2] == (byte) 0x91);
  }

  static String text(Line line) {
    return new String(line.buffer(), line.start(), line.length(), StandardCharsets.UTF_8);
  }

  /** The text of a line that has one char a byte. */
  static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  static Rejection rejected(Line line, InputContext context, String reason) {
    return new Rejection(context.path(), line.offset(), reason, line.latin1());
  }
}
