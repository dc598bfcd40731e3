package io.killtrail.ingest.detect;

import io.killtrail.ingest.journal.JournalShortReader;

/** {@code Nov 21 02:14:43 host ident[pid]: text} in all its forms; the reader knows them. */
final class JournalShortLine {
  private JournalShortLine() {}

  static boolean matches(String line) {
    return JournalShortReader.recognises(line);
  }
}
