package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Undoes compression, which is told by the first bytes and never by a name. */
public final class Decompression {
  /** A log may be compressed by rotation and again by whoever sent it; not more often. */
  private static final int MOST_LAYERS = 2;

  private Decompression() {}

  /** Whether a file lies on disk as it is to be read. */
  public static boolean isPlain(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return isPlain(in.readNBytes(Compression.HEAD));
    }
  }

  /** Whether a file that begins so lies on disk as it is to be read. */
  public static boolean isPlain(byte[] beginning) {
    byte[] head = Arrays.copyOf(beginning, Math.min(beginning.length, Compression.HEAD));
    return Compression.of(head).isEmpty();
  }

  /**
   * The plain bytes of an input. Reading them ends with an {@link ExpansionException} where they
   * are too many for what they are made of.
   */
  public static InputStream open(InputStream raw, Expansion expansion) throws IOException {
    HeadedInput plain = HeadedInput.peek(new CountedInput(raw, expansion::read), Compression.HEAD);
    Optional<Compression> found = Compression.of(plain.head());
    for (int layer = 0; found.isPresent(); layer++) {
      if (layer == MOST_LAYERS) {
        throw new ExpansionException("compressed more than " + MOST_LAYERS + " times over");
      }
      InputStream inner = DecompressedInput.open(plain, found.get());
      plain = HeadedInput.peek(new CountedInput(inner, expansion::given), Compression.HEAD);
      found = Compression.of(plain.head());
    }
    return plain;
  }
}
