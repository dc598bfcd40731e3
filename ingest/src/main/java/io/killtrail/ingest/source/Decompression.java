package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Undoes compression, which is told by the first bytes and never by a name. */
public final class Decompression {
  private static final int BUFFER = 64 << 10;

  private enum Magic {
    GZIP("gzip", "\u001f\u008b"),
    XZ("xz", "\u00fd7zXZ\0"),
    ZSTD("zstd", "(\u00b5/\u00fd"),
    BZIP2("bzip2", "BZh");

    private final String label;
    private final String bytes; // one char a byte

    Magic(String label, String bytes) {
      this.label = label;
      this.bytes = bytes;
    }

    private boolean starts(String head) {
      return head.startsWith(bytes);
    }
  }

  private Decompression() {}

  /**
   * The plain bytes of an input.
   *
   * @throws UnsupportedCompressionException for xz, zstd and bzip2
   */
  public static InputStream open(InputStream raw) throws IOException {
    HeadedInput in = HeadedInput.peek(raw, 6);
    String head = new String(in.head(), StandardCharsets.ISO_8859_1);
    for (Magic magic : Magic.values()) {
      if (magic.starts(head)) {
        return switch (magic) {
          case GZIP -> new GZIPInputStream(in, BUFFER);
          case XZ, ZSTD, BZIP2 -> throw new UnsupportedCompressionException(magic.label);
        };
      }
    }
    return in;
  }
}
