package io.killtrail.ingest.run;

import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.BlockHasher;
import io.killtrail.ingest.source.ForgivingInput;
import io.killtrail.ingest.source.HashedInput;
import io.killtrail.ingest.source.Reason;
import io.killtrail.ingest.source.SourceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The bytes of a file, digested as they are read. Where the file can't be read on they end, so that
 * what came before is kept.
 */
final class FileSource implements AutoCloseable {
  private final ForgivingInput source;
  private final HashedInput bytes;
  private final BlockHasher hasher;

  /**
   * Of a file that is open.
   *
   * @param from offset of the first byte that {@code in} gives
   * @param hasher has digested at least what comes before
   */
  FileSource(InputStream in, long from, BlockHasher hasher) {
    this.source = new ForgivingInput(in);
    this.bytes = new HashedInput(source, from, hasher);
    this.hasher = hasher;
  }

  /**
   * Opens the file.
   *
   * @param counted told the number of bytes after each read
   */
  static FileSource open(FileLook file, long from, BlockHasher hasher, LongConsumer counted)
      throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file.path());
    try {
      file.checkStillThere();
      channel.position(from);
      InputStream in = Channels.newInputStream(channel);
      return new FileSource(new SourceInput(in, file.size() - from, counted), from, hasher);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  InputStream bytes() {
    return bytes;
  }

  /** Bytes of the file up to where it was read. */
  long length() {
    return hasher.length();
  }

  /** Of all that was read. */
  BlockDigests digests() {
    return hasher.soFar();
  }

  /** Reads what is left, so that all of the file is digested. */
  void drain() throws IOException {
    bytes.drain();
  }

  /** Whether the file could not be read to its end. */
  boolean isBroken() {
    return source.failure().isPresent();
  }

  /** Why the file could not be read to its end, if so. */
  Optional<IOException> failure() {
    return source.failure().map(this::told);
  }

  private IOException told(IOException e) {
    String where = "could be read to byte " + length() + " only: " + Reason.of(e);
    return new IOException(where + "; the same command tries again", e);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
