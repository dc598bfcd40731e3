package io.killtrail.ingest.journal;

import java.util.Optional;
import java.util.OptionalInt;

/** What follows the stamp by RFC 5424: {@code host app procid msgid [structured data] text}. */
final class Rfc5424 {
  private static final String NIL = "-";

  private final String line;
  private int at;

  private Rfc5424(String line, int from) {
    this.line = line;
    this.at = from;
  }

  /** Reads it; empty if it has not this form. */
  static Optional<ShortLine> read(String line, Stamp stamp, int from) {
    return new Rfc5424(line, from).read(stamp);
  }

  private Optional<ShortLine> read(Stamp stamp) {
    String host = word();
    String app = word();
    OptionalInt pid = Digits.integer(word());
    String messageKind = word();
    if (messageKind.isEmpty()) {
      return Optional.empty();
    }
    structuredData();
    int text = line.startsWith("\uFEFF", at) ? at + 1 : at;
    return Optional.of(
        new ShortLine(
            stamp,
            host.equals(NIL) ? Optional.empty() : Optional.of(host),
            app.equals(NIL) ? "" : app,
            pid,
            line.substring(text)));
  }

  /** The next word, and past the blank after it; blank at the end. */
  private String word() {
    int blank = line.indexOf(' ', at);
    int end = blank < 0 ? line.length() : blank;
    String word = line.substring(Math.min(at, end), end);
    at = Math.min(end + 1, line.length());
    return word;
  }

  /** {@code -}, or elements in brackets whose values may hold escaped brackets and quotes. */
  private void structuredData() {
    if (line.startsWith(NIL, at)) {
      at++;
    }
    while (line.startsWith("[", at)) {
      at = elementEnd();
    }
    if (line.startsWith(" ", at)) {
      at++;
    }
  }

  private int elementEnd() {
    boolean quoted = false;
    for (int i = at; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return i + 1;
      }
    }
    return line.length();
  }
}
