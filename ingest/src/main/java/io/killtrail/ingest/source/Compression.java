package io.killtrail.ingest.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * The compressions that logs are found in, each with the bytes that a compressed file begins with.
 */
enum Compression {
  GZIP("gzip", "\u001f\u008b\b") {
    @Override
    InputStream undo(InputStream in) throws IOException {
      return new GZIPInputStream(in, BUFFER);
    }
  },
  XZ("xz", "\u00fd7zXZ\0") {
    @Override
    InputStream undo(InputStream in) throws IOException {
      return XzInput.undo(in);
    }
  },
  ZSTD("zstd", "(\u00b5/\u00fd") {
    // Parallel compressors put a frame in front that is to be skipped.
    @Override
    boolean starts(String head) {
      boolean skipped =
          head.startsWith("*M\u0018", 1) && head.charAt(0) >= 'P' && head.charAt(0) <= '_';
      return super.starts(head) || skipped;
    }

    @Override
    InputStream undo(InputStream in) throws IOException {
      return new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_BITS);
    }
  },
  BZIP2("bzip2", "BZh") {
    @Override
    boolean starts(String head) {
      return super.starts(head) && head.startsWith("1AY&SY", 4);
    }

    @Override
    InputStream undo(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, true);
    }
  };

  /** The most bytes of a beginning that are looked at. */
  static final int HEAD = 10;

  private static final int BUFFER = 64 << 10;

  /** A window of 128 MiB, as for {@code zstd --ultra --long}. */
  private static final int ZSTD_WINDOW_BITS = 27;

  private final String label;
  private final String magic; // one char a byte

  Compression(String label, String magic) {
    this.label = label;
    this.magic = magic;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  boolean starts(String head) {
    return head.startsWith(magic);
  }

  /** The plain bytes; all members or frames of the file, one after the other. */
  abstract InputStream undo(InputStream in) throws IOException;

  /** The compression of a file that begins so. */
  static Optional<Compression> of(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    for (Compression compression : values()) {
      if (compression.starts(start)) {
        return Optional.of(compression);
      }
    }
    return Optional.empty();
  }
}
