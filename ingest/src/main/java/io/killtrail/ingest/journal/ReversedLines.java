package io.killtrail.ingest.journal;

import io.killtrail.ingest.source.Line;
import io.killtrail.ingest.source.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Gives the lines of an input from its end to its beginning. They are kept in compressed blocks, of
 * which one is unpacked at a time.
 */
final class ReversedLines {
  private static final int BLOCK = 1 << 20;

  private final Deque<byte[]> blocks = new ArrayDeque<>();

  /** Keeps all lines. */
  ReversedLines(LineReader lines) throws IOException {
    for (boolean more = lines.next(); more; ) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DataOutputStream block = new DataOutputStream(new DeflaterOutputStream(packed))) {
        for (; more && block.size() < BLOCK; more = lines.next()) {
          Line line = lines.line();
          block.writeBoolean(true);
          block.writeLong(line.offset());
          block.writeInt(line.length());
          block.write(line.buffer(), line.start(), line.length());
        }
        block.writeBoolean(false);
      }
      blocks.push(packed.toByteArray());
    }
  }

  /** Gives the last line first. */
  void forEach(Consumer<Line> taker) throws IOException {
    while (!blocks.isEmpty()) {
      unpacked(blocks.pop()).reversed().forEach(taker);
    }
  }

  private static List<Line> unpacked(byte[] block) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(block)))) {
      while (in.readBoolean()) {
        long offset = in.readLong();
        byte[] bytes = in.readNBytes(in.readInt());
        lines.add(new Line().set(bytes, 0, bytes.length, offset));
      }
    }
    return lines;
  }
}
