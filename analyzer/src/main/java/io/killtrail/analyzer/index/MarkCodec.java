package io.killtrail.analyzer.index;

import io.killtrail.ingest.InputMark;
import io.killtrail.ingest.InputSummary;
import io.killtrail.ingest.ReaderState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** How far an input is read, to bytes and back; what else is known of it stands beside. */
final class MarkCodec {
  private MarkCodec() {}

  static byte[] encode(InputMark mark) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(mark.offset());
      out.writeLong(mark.records());
      out.writeLong(mark.rejected());
      out.writeBoolean(mark.state().isPresent());
      if (mark.state().isPresent()) {
        byte[] state = mark.state().get().bytes();
        out.writeInt(state.length);
        out.write(state);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static InputMark decode(IndexedInput input, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long offset = in.readLong();
      long records = in.readLong();
      long rejected = in.readLong();
      Optional<ReaderState> state =
          in.readBoolean()
              ? Optional.of(new ReaderState(in.readNBytes(in.readInt())))
              : Optional.empty();
      return new InputMark(summary(input), offset, records, rejected, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputSummary summary(IndexedInput input) {
    return new InputSummary(
        input.path(),
        input.paths().get(input.path()),
        input.format(),
        input.digest(),
        input.custody(),
        input.records(),
        input.rejected(),
        input.outcome(),
        input.note());
  }
}
