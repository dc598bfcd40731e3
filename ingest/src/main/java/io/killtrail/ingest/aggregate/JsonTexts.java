package io.killtrail.ingest.aggregate;

import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Cuts an input into JSON objects: one a line, several in a line, one over several lines, all in an
 * array. A line that begins with a brace begins an object, so that a broken one spoils no other.
 */
final class JsonTexts {
  /** An object over more bytes than this is none; one in a single line may be longer. */
  private static final int LONGEST = 1 << 20;

  /** Takes the pieces. */
  interface Taker {
    /** An object, from its opening to its closing brace. */
    void object(byte[] text, long offset);

    /** What is no object, or not a whole one. */
    void broken(byte[] text, long offset, String reason);
  }

  private final Taker taker;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long openOffset;
  private int depth;
  private boolean quoted;
  private boolean escaped;

  JsonTexts(Taker taker) {
    this.taker = taker;
  }

  /** Reads to the end of the lines. */
  void read(LineReader lines) throws IOException {
    while (lines.next()) {
      Line line = lines.line();
      boolean begins = line.length() > 0 && line.buffer()[line.start()] == '{';
      if (depth > 0 && (begins || open.size() + line.length() > LONGEST)) {
        giveUp();
      }
      scan(line);
    }
    if (depth > 0) {
      giveUp();
    }
  }

  private void giveUp() {
    taker.broken(open.toByteArray(), openOffset, "a JSON object that is not closed");
    open.reset();
    depth = 0;
  }

  private void scan(Line line) {
    byte[] bytes = line.buffer();
    int at = line.start();
    while (at < line.end()) {
      if (depth > 0) {
        at = inside(line, at);
      } else if (bytes[at] == '{') {
        openOffset = line.offset() + at - line.start();
        quoted = false;
        escaped = false;
        at = inside(line, at);
      } else if (isBetween(bytes[at])) {
        at++;
      } else {
        at = outside(line, at);
      }
    }
    if (depth > 0) {
      open.write('\n');
    }
  }

  private static boolean isBetween(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == ',' || b == '[' || b == ']';
  }

  /** Goes on to the end of the object or of the line, and tells where that is. */
  private int inside(Line line, int from) {
    byte[] bytes = line.buffer();
    int at = from;
    do {
      step(bytes[at++]);
    } while (depth > 0 && at < line.end());
    open.write(bytes, from, at - from);
    if (depth == 0) {
      taker.object(open.toByteArray(), openOffset);
      open.reset();
    }
    return at;
  }

  private void step(byte b) {
    if (quoted) {
      quoted = escaped || b != '"';
      escaped = !escaped && b == '\\';
    } else if (b == '"') {
      quoted = true;
    } else if (b == '{') {
      depth++;
    } else if (b == '}') {
      depth--;
    }
  }

  private int outside(Line line, int from) {
    int at = from;
    while (at < line.end() && line.buffer()[at] != '{') {
      at++;
    }
    byte[] text = new byte[at - from];
    System.arraycopy(line.buffer(), from, text, 0, text.length);
    taker.broken(text, line.offset() + from - line.start(), "not a JSON object");
    return at;
  }
}
