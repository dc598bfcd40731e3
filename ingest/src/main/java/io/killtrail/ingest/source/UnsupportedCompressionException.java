package io.killtrail.ingest.source;

import java.io.IOException;

/** The input is compressed in a way that killtrail cannot undo. */
public final class UnsupportedCompressionException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsupportedCompressionException(String name) {
    super(name + " compression is not supported yet; decompress it first");
  }
}
