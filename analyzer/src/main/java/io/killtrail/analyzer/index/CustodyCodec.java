package io.killtrail.analyzer.index;

import io.killtrail.ingest.Custody;
import io.killtrail.ingest.source.BlockDigests;
import io.killtrail.ingest.source.ContentHead;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What of a file was read, to bytes and back. */
final class CustodyCodec {
  private static final int SHA256_BYTES = 32;

  private CustodyCodec() {}

  static void write(DataOutput out, Optional<Custody> custody) throws IOException {
    out.writeBoolean(custody.isPresent());
    if (custody.isPresent()) {
      Custody read = custody.get();
      writeDigest(out, read.head().sha256());
      out.writeInt(read.head().length());
      out.writeLong(read.blocks().length());
      for (String block : read.blocks().blocks()) {
        writeDigest(out, block);
      }
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, read.modified()));
      out.writeUTF(read.fileKey());
    }
  }

  static Optional<Custody> read(DataInput in) throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    ContentHead head = new ContentHead(readDigest(in), in.readInt());
    long length = in.readLong();
    List<String> blocks = new ArrayList<>();
    for (long at = 0; at < length; at += BlockDigests.BLOCK) {
      blocks.add(readDigest(in));
    }
    Instant modified = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
    return Optional.of(
        new Custody(
            head, new BlockDigests(blocks, length), modified, in.readUTF(), Optional.empty()));
  }

  private static void writeDigest(DataOutput out, String hex) throws IOException {
    out.write(HexFormat.of().parseHex(hex));
  }

  private static String readDigest(DataInput in) throws IOException {
    byte[] digest = new byte[SHA256_BYTES];
    in.readFully(digest);
    return HexFormat.of().formatHex(digest);
  }
}
