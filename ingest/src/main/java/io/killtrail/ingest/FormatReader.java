package io.killtrail.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads inputs of one format. One reader serves one run of inputs that belong together, oldest
 * first (a rotated set), and may carry half-seen events from one to the next.
 */
public interface FormatReader {
  /**
   * Reads one input to its end.
   *
   * @param content the decompressed bytes
   * @return the number of records recognised and what the user should know
   * @throws IOException when the bytes could not be read; what was read before counts
   */
  ReadResult read(InputStream content, InputContext context, FactSink sink) throws IOException;

  /** No more inputs follow: gives away what was kept back. */
  default void finish(FactSink sink) {}
}
