package io.killtrail.ingest.snapshot;

/** A row that cannot be read; the message says why, for people. */
final class BadRowException extends Exception {
  private static final long serialVersionUID = 1;

  BadRowException(String reason) {
    super(reason);
  }
}
