package io.killtrail.ingest.source;

import java.io.IOException;
import java.io.InputStream;

/** Plain bytes of a compressed input; says of which compression a fault is. */
final class DecompressedInput extends BlockInput {
  private final Compression compression;

  private DecompressedInput(InputStream plain, Compression compression) {
    super(plain);
    this.compression = compression;
  }

  static InputStream open(InputStream in, Compression compression) throws IOException {
    try {
      return new DecompressedInput(compression.undo(in), compression);
    } catch (IOException | RuntimeException e) {
      throw fault(e, compression); // decoders do not always expect broken data
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (IOException | RuntimeException e) {
      throw fault(e, compression); // decoders do not always expect broken data
    }
  }

  /** A fault of an inner layer is told as it is. */
  private static IOException fault(Exception e, Compression compression) {
    return switch (e) {
      case BrokenCompressionException inner -> inner;
      case ExpansionException inner -> inner;
      default -> new BrokenCompressionException(compression, e);
    };
  }
}
