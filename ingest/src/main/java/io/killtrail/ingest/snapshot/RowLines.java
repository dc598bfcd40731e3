package io.killtrail.ingest.snapshot;

import io.killtrail.ingest.source.LineReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Puts lines together to rows: a quoted value may hold line ends. */
final class RowLines {
  /** A row is not longer than this: else a lost quote would swallow the rest of the file. */
  private static final int LONGEST = 1 << 16;

  private final LineReader lines;
  private final Deque<Piece> again = new ArrayDeque<>();
  private List<Piece> last = List.of();

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

  /** One line of a row. */
  private record Piece(long offset, String latin1) {}

  /** The next row that is neither empty nor an explanation; empty at the end. */
  Optional<Row> next() throws IOException {
    Optional<Piece> line = line();
    while (line.isPresent()) {
      String text = line.get().latin1();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        return Optional.of(row(line.get()));
      }
      line = line();
    }
    return Optional.empty();
  }

  /**
   * The row just given is none: a quote was lost or came in, and its first line alone is broken.
   * The others are looked at again, as rows of their own.
   */
  void readRestAgain() {
    for (int i = last.size() - 1; i > 0; i--) {
      again.addFirst(last.get(i));
    }
    last = List.of();
  }

  private Optional<Piece> line() throws IOException {
    if (!again.isEmpty()) {
      return Optional.of(again.removeFirst());
    }
    return lines.next()
        ? Optional.of(new Piece(lines.line().offset(), lines.line().latin1()))
        : Optional.empty();
  }

  private Row row(Piece first) throws IOException {
    boolean open = open(first.latin1(), false);
    last = List.of(first);
    if (!open) {
      return new Row(first.offset(), first.latin1(), true);
    }
    List<Piece> pieces = new ArrayList<>(last);
    StringBuilder all = new StringBuilder(first.latin1());
    while (open && all.length() < LONGEST) {
      Optional<Piece> more = line();
      if (more.isEmpty()) {
        break;
      }
      pieces.add(more.get());
      all.append('\n').append(more.get().latin1());
      open = open(more.get().latin1(), true);
    }
    last = pieces;
    return new Row(first.offset(), all.toString(), !open);
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
