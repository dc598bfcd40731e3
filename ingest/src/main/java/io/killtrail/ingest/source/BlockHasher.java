package io.killtrail.ingest.source;

import io.killtrail.ingest.fact.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Digests the blocks of a file as they are read. */
public final class BlockHasher {
  private static final int CHUNK = 256 << 10;

  private final List<String> full = new ArrayList<>();
  private MessageDigest sha = Fingerprint.sha256();
  private long length;

  /** From the first byte of a file on. */
  public BlockHasher() {}

  private BlockHasher(BlockDigests before, int blocks) {
    full.addAll(before.blocks().subList(0, blocks));
    length = (long) blocks * BlockDigests.BLOCK;
  }

  /**
   * Goes on behind what was read of a file before, if its last block is unchanged.
   *
   * @return empty when the file is another one now
   */
  public static Optional<BlockHasher> behind(BlockDigests before, Path file) throws IOException {
    return from(before, Math.max(0, before.blocks().size() - 1), file);
  }

  /** The same, if none of the blocks has changed. */
  public static Optional<BlockHasher> behindAll(BlockDigests before, Path file) throws IOException {
    return from(before, 0, file);
  }

  private static Optional<BlockHasher> from(BlockDigests before, int blocks, Path file)
      throws IOException {
    BlockHasher hasher = new BlockHasher(before, blocks);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(hasher.length);
      hasher.update(Channels.newInputStream(channel), before.length());
    }
    return hasher.soFar().equals(before) ? Optional.of(hasher) : Optional.empty();
  }

  /** Whether the content begins with what was read before; reads just as much of it. */
  public static boolean beginsWith(BlockDigests before, InputStream content) throws IOException {
    BlockHasher hasher = new BlockHasher();
    hasher.update(content, before.length());
    return hasher.soFar().equals(before);
  }

  private void update(InputStream in, long end) throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (length < end) {
      int count = in.read(chunk, 0, (int) Math.min(CHUNK, end - length));
      if (count < 0) {
        return;
      }
      update(chunk, 0, count);
    }
  }

  /** The next bytes of the file. */
  public void update(byte[] bytes, int offset, int count) {
    int at = offset;
    int left = count;
    while (left > 0) {
      int room = BlockDigests.BLOCK - (int) (length % BlockDigests.BLOCK);
      int taken = Math.min(room, left);
      sha.update(bytes, at, taken);
      at += taken;
      left -= taken;
      length += taken;
      if (taken == room) {
        full.add(HexFormat.of().formatHex(sha.digest()));
      }
    }
  }

  /** How many bytes of the file were digested. */
  public long length() {
    return length;
  }

  /** All blocks up to here. */
  public BlockDigests soFar() {
    List<String> blocks = new ArrayList<>(full);
    if (length % BlockDigests.BLOCK != 0) {
      blocks.add(HexFormat.of().formatHex(unfinished().digest()));
    }
    return new BlockDigests(blocks, length);
  }

  private MessageDigest unfinished() {
    try {
      return (MessageDigest) sha.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this Java runtime cannot be continued", e);
    }
  }
}
