package io.killtrail.cli.session;

import java.io.IOException;

/** Whoever read our standard output has left, as {@code head} does. No error. */
public final class OutputClosedException extends IOException {
  private static final long serialVersionUID = 1L;

  OutputClosedException(IOException cause) {
    super("standard output is closed", cause);
  }
}
