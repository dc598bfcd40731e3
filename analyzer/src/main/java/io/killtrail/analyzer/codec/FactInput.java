package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads what {@link FactOutput} wrote. */
final class FactInput {
  private final byte[] bytes;
  private final int end;
  private final StringPool pool;
  private int position;

  FactInput(byte[] bytes, int offset, int length, StringPool pool) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
    this.pool = pool;
  }

  int readByte() {
    if (position >= end) {
      throw new IllegalStateException("a stored fact ends too early");
    }
    return bytes[position++] & 0xFF;
  }

  long readUnsigned() {
    long value = 0;
    int shift = 0;
    int next;
    do {
      next = readByte();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return value;
  }

  long readSigned() {
    long value = readUnsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  int readInt() {
    return Math.toIntExact(readSigned());
  }

  int readCount() {
    return Math.toIntExact(readUnsigned());
  }

  String readString() {
    int length = readCount();
    if (length > end - position) {
      throw new IllegalStateException("a stored fact ends too early");
    }
    String value = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return pool.shared(value);
  }

  <E extends Enum<E>> E readEnum(E[] values) {
    return values[readByte()];
  }

  Instant readInstant() {
    long micros = readSigned();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }

  Optional<String> readOptionalString() {
    return readByte() == 0 ? Optional.empty() : Optional.of(readString());
  }

  OptionalInt readOptionalInt() {
    return readByte() == 0 ? OptionalInt.empty() : OptionalInt.of(readInt());
  }

  OptionalLong readOptionalLong() {
    return readByte() == 0 ? OptionalLong.empty() : OptionalLong.of(readSigned());
  }

  Optional<Instant> readOptionalInstant() {
    return readByte() == 0 ? Optional.empty() : Optional.of(readInstant());
  }

  <E extends Enum<E>> Optional<E> readOptionalEnum(E[] values) {
    int code = readByte();
    return code == 0 ? Optional.empty() : Optional.of(values[code - 1]);
  }

  Optional<UserId> readOptionalUser() {
    return readByte() == 0
        ? Optional.empty()
        : Optional.of(new UserId(readOptionalLong(), readOptionalString()));
  }
}
