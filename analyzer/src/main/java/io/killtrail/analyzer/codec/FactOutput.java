package io.killtrail.analyzer.codec;

import io.killtrail.ingest.fact.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A growing byte array with the few types that facts are made of. */
final class FactOutput {
  private byte[] bytes = new byte[256];
  private int length;

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  void writeByte(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }

  /** Seven bits a byte, lowest first. */
  void writeUnsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    writeByte((int) rest);
  }

  void writeSigned(long value) {
    writeUnsigned((value << 1) ^ (value >> 63));
  }

  void writeBytes(byte[] value) {
    writeUnsigned(value.length);
    if (length + value.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + value.length));
    }
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  void writeString(String value) {
    writeBytes(value.getBytes(StandardCharsets.UTF_8));
  }

  void writeEnum(Enum<?> value) {
    writeByte(code(value));
  }

  /** By position: an enum that changes needs a new {@link FactCodec#VERSION}. */
  @SuppressWarnings("EnumOrdinal")
  private static int code(Enum<?> value) {
    return value.ordinal();
  }

  /** To the microsecond: no source is finer. */
  void writeInstant(Instant value) {
    writeSigned(ChronoUnit.MICROS.between(Instant.EPOCH, value));
  }

  void writeOptionalString(Optional<String> value) {
    writeByte(value.isPresent() ? 1 : 0);
    value.ifPresent(this::writeString);
  }

  void writeOptionalInt(OptionalInt value) {
    writeByte(value.isPresent() ? 1 : 0);
    value.ifPresent(this::writeSigned);
  }

  void writeOptionalLong(OptionalLong value) {
    writeByte(value.isPresent() ? 1 : 0);
    value.ifPresent(this::writeSigned);
  }

  void writeOptionalInstant(Optional<Instant> value) {
    writeByte(value.isPresent() ? 1 : 0);
    value.ifPresent(this::writeInstant);
  }

  void writeOptionalEnum(Optional<? extends Enum<?>> value) {
    writeByte(value.isPresent() ? 1 + code(value.get()) : 0);
  }

  void writeOptionalUser(Optional<UserId> value) {
    writeByte(value.isPresent() ? 1 : 0);
    value.ifPresent(
        user -> {
          writeOptionalLong(user.number());
          writeOptionalString(user.name());
        });
  }
}
