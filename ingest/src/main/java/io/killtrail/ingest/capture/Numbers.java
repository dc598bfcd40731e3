package io.killtrail.ingest.capture;

/** Reads numbers one after the other; blanks of any kind lie between them. */
final class Numbers {
  private final byte[] bytes;
  private final int end;
  private int at;

  Numbers(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** Passes over so many words. */
  void skip(int words) {
    for (int i = 0; i < words; i++) {
      blanks();
      while (at < end && bytes[at] > ' ') {
        at++;
      }
    }
  }

  /** Whether another word comes on this line. */
  boolean more() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at < end && bytes[at] >= '0' && bytes[at] <= '9';
  }

  /** The next word's leading digits; 0 when it has none. */
  long next() {
    blanks();
    long number = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + (bytes[at] - '0');
      at++;
    }
    while (at < end && bytes[at] > ' ') {
      at++;
    }
    return number;
  }

  private void blanks() {
    while (at < end && bytes[at] <= ' ') {
      at++;
    }
  }
}
