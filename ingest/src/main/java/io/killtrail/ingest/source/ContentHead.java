package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The first bytes of a file, by which it is recognised under another name and when it has grown.
 *
 * @param sha256 lower-case hex
 * @param length how many bytes; fewer than {@link #LENGTH} only of a file that had no more
 */
public record ContentHead(String sha256, int length) {
  /** Enough to hold the stamp and serial of a log's first record. */
  public static final int LENGTH = 1024;

  public ContentHead {
    Objects.requireNonNull(sha256);
  }

  /** The first bytes of a file, at most so many. */
  public static ContentHead of(Path file, int length) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(length));
    }
  }

  /** The first bytes of a file, as they were read. */
  public static ContentHead of(byte[] bytes) {
    return new ContentHead(Digest.of(bytes).sha256(), bytes.length);
  }
}
