package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.util.Optional;

/** Puts lines together to rows: a quoted value may hold line ends. */
final class RowLines {
  /** A row is not longer than this: else a lost quote would swallow the rest of the file. */
  private static final int LONGEST = 1 << 16;

  private final LineReader lines;

  RowLines(LineReader lines) {
    this.lines = lines;
  }

  /**
   * A row as written.
   *
   * @param latin1 its bytes, one char a byte
   * @param complete whether its last quote is closed
   */
  record Row(long offset, String latin1, boolean complete) {}

  /** The next row that is neither empty nor an explanation; empty at the end. */
  Optional<Row> next() throws IOException {
    while (lines.next()) {
      Line line = lines.line();
      if (line.length() > 0 && line.buffer()[line.start()] != '#') {
        return Optional.of(row(line));
      }
    }
    return Optional.empty();
  }

  private Row row(Line line) throws IOException {
    long offset = line.offset();
    String first = line.latin1();
    boolean open = open(first, false);
    if (!open) {
      return new Row(offset, first, true);
    }
    StringBuilder all = new StringBuilder(first);
    while (open && all.length() < LONGEST && lines.next()) {
      String more = lines.line().latin1();
      all.append('\n').append(more);
      open = open(more, true);
    }
    return new Row(offset, all.toString(), !open);
  }

  /** Whether a quote is open at the line's end, given whether one is at its beginning. */
  private static boolean open(String text, boolean openBefore) {
    boolean open = openBefore;
    boolean valueBegins = !open;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open && c == '"') {
        boolean escaped = text.startsWith("\"", i + 1);
        i += escaped ? 1 : 0;
        open = escaped;
      } else if (!open) {
        open = c == '"' && valueBegins;
        valueBegins = c == ',';
      }
    }
    return open;
  }
}
