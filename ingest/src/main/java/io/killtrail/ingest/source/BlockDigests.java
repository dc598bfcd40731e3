package io.killtrail.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The content of a file, as far as it was read, by the SHA-256 of each of its blocks.
 *
 * @param blocks lower-case hex, in order; the last block may be shorter than the others
 * @param length the bytes they cover, from the first of the file
 */
public record BlockDigests(List<String> blocks, long length) {
  /** Bytes of a block. */
  public static final int BLOCK = 4 << 20;

  /** Nothing was read. */
  public static final BlockDigests NONE = new BlockDigests(List.of(), 0);

  public BlockDigests {
    blocks = List.copyOf(blocks);
    if (blocks.size() != (length + BLOCK - 1) / BLOCK) {
      throw new IllegalArgumentException(blocks.size() + " blocks of " + length + " bytes");
    }
  }

  /**
   * One digest for all: of a file of one block its SHA-256, as sha256sum(1) gives it; else the
   * SHA-256 of the blocks' digests, each as 64 hex digits with a line feed.
   */
  public String digest() {
    if (blocks.size() == 1) {
      return blocks.getFirst();
    }
    StringBuilder list = new StringBuilder();
    blocks.forEach(block -> list.append(block).append('\n'));
    return Digest.of(list.toString().getBytes(StandardCharsets.US_ASCII)).sha256();
  }

  /** Where the last block begins, in bytes from the first of the file. */
  public long lastBlock() {
    return Math.max(0, blocks.size() - 1L) * BLOCK;
  }

  /** The whole blocks within the first bytes of the file. */
  public BlockDigests full(long size) {
    int count = (int) (Math.min(size, length) / BLOCK);
    return new BlockDigests(blocks.subList(0, count), (long) count * BLOCK);
  }
}
