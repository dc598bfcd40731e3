package io.killtrail.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import org.tukaani.xz.MemoryLimitException;

/** Compressed bytes that cannot be undone, or not to their end. */
public final class BrokenCompressionException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenCompressionException(Compression compression, Exception cause) {
    super(words(compression.label(), cause), cause);
  }

  /** Each decoder has a way of its own to say that the data ends early, or asks for too much. */
  private static String words(String label, Exception cause) {
    String said = cause.getMessage() == null ? "" : cause.getMessage();
    return switch (cause) {
      case MemoryLimitException large ->
          label + " data that needs " + (large.getMemoryNeeded() >> 10) + " MiB of memory";
      case Exception large when said.contains("too much memory") ->
          label + " data that needs more memory than any log does";
      case EOFException end -> "the compressed data ends early";
      case Exception cut when said.contains("runcated") || said.contains("end of stream") ->
          "the compressed data ends early";
      case Exception other -> "broken " + label + " data" + (said.isEmpty() ? "" : ": " + said);
    };
  }
}
