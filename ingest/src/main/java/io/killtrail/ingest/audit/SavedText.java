package io.killtrail.ingest.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes and texts of any length in the saved state of a stream. */
final class SavedText {
  private static final int ABSENT = -1;

  private SavedText() {}

  static void write(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  static void write(DataOutput out, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      write(out, text.get().getBytes(StandardCharsets.UTF_8));
    } else {
      out.writeInt(ABSENT);
    }
  }

  static Optional<String> read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == ABSENT) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }
}
