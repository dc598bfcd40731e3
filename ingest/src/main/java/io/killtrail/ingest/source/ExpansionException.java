package io.killtrail.ingest.source;

import java.io.IOException;

/** Compressed bytes that expand to more than any log does. */
public final class ExpansionException extends IOException {
  private static final long serialVersionUID = 1L;

  ExpansionException(String rule) {
    super(rule + ": taken for a decompression bomb, the rest is not read");
  }
}
