package io.killtrail.ingest.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the bytes of a value mean. Nothing here throws on odd input. */
final class FieldDecoder {
  /** Stands for a number that is missing or none. */
  static final long NO_NUMBER = Long.MIN_VALUE;

  /** An id that was never set, as an unsigned 32-bit number (kernel {@code AUDIT_UID_UNSET}). */
  private static final long UNSET = 0xffffffffL;

  private static final int LONGEST_DECIMAL = 18;
  private static final int LONGEST_HEX = 16;

  private FieldDecoder() {}

  /** Text as the kernel prints it when it is not under an attacker's control. */
  static Optional<String> plain(byte[] bytes, int start, int end) {
    return isNothing(bytes, start, end) ? Optional.empty() : Optional.of(utf8(bytes, start, end));
  }

  /**
   * Text that the kernel quotes when it is harmless, else writes in upper-case hex ({@code
   * audit_log_untrustedstring}).
   */
  static Optional<String> encoded(byte[] bytes, int start, int end, boolean quoted) {
    if (isNothing(bytes, start, end)) {
      return Optional.empty();
    }
    if (quoted || !isHex(bytes, start, end)) {
      return Optional.of(utf8(bytes, start, end));
    }
    byte[] plain = unhex(bytes, start, end);
    return Optional.of(utf8(plain, 0, plain.length));
  }

  /** A decimal number with an optional sign; {@link #NO_NUMBER} if it is none. */
  static long decimal(byte[] bytes, int start, int end) {
    boolean negative = start < end && bytes[start] == '-';
    int first = negative ? start + 1 : start;
    if (first >= end || end - first > LONGEST_DECIMAL) {
      return NO_NUMBER;
    }
    long number = 0;
    for (int i = first; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_NUMBER;
      }
      number = number * 10 + digit;
    }
    return negative ? -number : number;
  }

  /** A register's hex digits as the low 64 bits; {@link #NO_NUMBER} if it is none. */
  static long hex(byte[] bytes, int start, int end) {
    boolean marked = end - start > 2 && bytes[start] == '0' && bytes[start + 1] == 'x';
    int first = marked ? start + 2 : start;
    if (first >= end || end - first > LONGEST_HEX) {
      return NO_NUMBER;
    }
    long number = 0;
    for (int i = first; i < end; i++) {
      int digit = hexDigit(bytes[i]);
      if (digit < 0) {
        return NO_NUMBER;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  /** Whether an id of a user or session says "none": 4294967295, -1 or no number at all. */
  static boolean isUnset(long id) {
    return id < 0 || id == UNSET;
  }

  private static boolean isNothing(byte[] bytes, int start, int end) {
    return switch (end - start) {
      case 0 -> true;
      case 1 -> bytes[start] == '?';
      case 6 ->
          is(bytes, start, "(null)") || is(bytes, start, "(none)") || is(bytes, start, "<NULL>");
      default -> false;
    };
  }

  private static boolean is(byte[] bytes, int start, String text) {
    boolean same = true;
    for (int i = 0; same && i < text.length(); i++) {
      same = bytes[start + i] == text.charAt(i);
    }
    return same;
  }

  private static String utf8(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static boolean isHex(byte[] bytes, int start, int end) {
    boolean hex = (end - start) % 2 == 0;
    for (int i = start; hex && i < end; i++) {
      hex = bytes[i] < 'a' && hexDigit(bytes[i]) >= 0;
    }
    return hex;
  }

  private static byte[] unhex(byte[] bytes, int start, int end) {
    byte[] plain = new byte[(end - start) / 2];
    for (int i = 0; i < plain.length; i++) {
      int at = start + 2 * i;
      plain[i] = (byte) (hexDigit(bytes[at]) << 4 | hexDigit(bytes[at + 1]));
    }
    return plain;
  }

  private static int hexDigit(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = (b | 0x20) - 'a';
    return letter >= 0 && letter < 6 ? letter + 10 : -1;
  }
}
