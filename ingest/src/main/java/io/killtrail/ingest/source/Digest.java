package io.killtrail.ingest.source;

import io.killtrail.ingest.fact.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The content of a file by its SHA-256.
 *
 * @param sha256 lower-case hex
 * @param length the bytes it covers; a file that is being written may have more by now
 */
public record Digest(String sha256, long length) {
  private static final int CHUNK = 256 << 10;

  /** Of bytes at hand. */
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes)), bytes.length);
  }

  /** Reads a file to its end, as it lies on disk. */
  public static Digest of(Path file) throws IOException {
    MessageDigest sha = Fingerprint.sha256();
    byte[] chunk = new byte[CHUNK];
    long length = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        sha.update(chunk, 0, count);
        length += count;
      }
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()), length);
  }
}
