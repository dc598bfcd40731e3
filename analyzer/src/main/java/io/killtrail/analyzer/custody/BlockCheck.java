package io.killtrail.analyzer.custody;

import io.killtrail.analyzer.custody.CheckedInput.State;
import io.killtrail.ingest.fact.Fingerprint;
import io.killtrail.ingest.source.BlockDigests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Compares a file block by block with what was read of it. */
final class BlockCheck {
  private static final int CHUNK = 256 << 10;

  private BlockCheck() {}

  static State of(Path file, BlockDigests read) throws IOException {
    int first = -1;
    int differ = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int block = 0; block < read.blocks().size(); block++) {
        if (!digest(in, length(block, read)).equals(read.blocks().get(block))) {
          first = first < 0 ? block : first;
          differ++;
        }
      }
    }
    if (differ > 0) {
      long from = (long) first * BlockDigests.BLOCK;
      return new CheckedInput.Changed(first, from, from + length(first, read) - 1, differ);
    }
    long size = Files.size(file);
    return size > read.length() ? new CheckedInput.Grown(size) : new CheckedInput.Unchanged();
  }

  private static int length(int block, BlockDigests read) {
    return (int) Math.min(BlockDigests.BLOCK, read.length() - (long) block * BlockDigests.BLOCK);
  }

  /** Of the next bytes; of fewer at the end of the file, which is another digest then. */
  private static String digest(InputStream in, int length) throws IOException {
    MessageDigest sha = Fingerprint.sha256();
    byte[] chunk = new byte[CHUNK];
    int left = length;
    while (left > 0) {
      int count = in.read(chunk, 0, Math.min(CHUNK, left));
      if (count < 0) {
        return "";
      }
      sha.update(chunk, 0, count);
      left -= count;
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
