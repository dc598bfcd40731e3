package io.killtrail.ingest.journal;

import io.killtrail.ingest.InputContext;
import io.killtrail.ingest.Rejection;
import io.killtrail.ingest.source.Line;

/** What holds for the lines of all journal forms. */
final class Lines {
  private Lines() {}

  /** Whether the line is empty or an explanation, as samples carry them. */
  static boolean blank(Line line) {
    return line.length() == 0 || line.buffer()[line.start()] == '#';
  }

  static Rejection rejected(Line line, InputContext context, String reason) {
    return new Rejection(context.path(), line.offset(), reason, line.latin1());
  }
}
