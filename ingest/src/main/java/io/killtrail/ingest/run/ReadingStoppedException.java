package io.killtrail.ingest.run;

/** Somebody asked to stop; all that was read is marked. */
final class ReadingStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReadingStoppedException() {
    super("stopped", null, false, false);
  }
}
