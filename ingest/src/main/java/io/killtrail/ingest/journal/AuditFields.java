package io.killtrail.ingest.journal;

import io.killtrail.ingest.fact.UserId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The fields of an audit record as journald writes it: {@code SYSCALL arch=c000003e …}. */
final class AuditFields {
  private static final long UNSET = 4_294_967_295L;

  private final String record;

  AuditFields(String record) {
    this.record = record;
  }

  /** The value as written, quotes included. */
  Optional<String> raw(String key) {
    String start = ' ' + key + '=';
    int at = record.indexOf(start);
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + start.length();
    int end = record.startsWith("\"", from) ? closing(from + 1) : record.indexOf(' ', from);
    return Optional.of(record.substring(from, end < 0 ? record.length() : end));
  }

  private int closing(int from) {
    int quote = record.indexOf('"', from);
    return quote < 0 ? -1 : quote + 1;
  }

  /** A value that is quoted, or in hex where it holds a blank, a quote or a control character. */
  Optional<String> untrusted(String key) {
    return raw(key).flatMap(AuditFields::decode);
  }

  private static Optional<String> decode(String value) {
    if (value.startsWith("\"")) {
      int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
      return word(value.substring(1, end));
    }
    try {
      return word(new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return word(value);
    }
  }

  /** A value that is written as it is. */
  Optional<String> plain(String key) {
    return raw(key).flatMap(AuditFields::word);
  }

  private static Optional<String> word(String value) {
    return switch (value) {
      case "", "(none)", "(null)", "?" -> Optional.empty();
      default -> Optional.of(value);
    };
  }

  OptionalInt integer(String key) {
    return raw(key).map(Digits::integer).orElse(OptionalInt.empty());
  }

  /** A number of which the kernel writes "unset" as 4294967295 or -1. */
  OptionalLong set(String key) {
    OptionalLong number = raw(key).map(Digits::number).orElse(OptionalLong.empty());
    return number.isPresent() && number.getAsLong() == UNSET ? OptionalLong.empty() : number;
  }

  Optional<UserId> user(String key) {
    OptionalLong number = set(key);
    return number.isPresent()
        ? Optional.of(new UserId(number.getAsLong(), Optional.empty()))
        : Optional.empty();
  }

  /** An argument register: hex, of which the C int that the call took is the low half. */
  OptionalInt register(String key) {
    Optional<String> hex = raw(key).filter(text -> !text.isEmpty() && text.length() <= 16);
    try {
      return hex.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of((int) Long.parseUnsignedLong(hex.get(), 16));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
