package io.killtrail.ingest.journal;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Unsigned decimal numbers in text that may hold anything. */
final class Digits {
  /** 18 digits always fit a long. */
  private static final int MOST = 18;

  private Digits() {}

  /** The whole text as a number. */
  static OptionalLong number(String text) {
    int end = end(text, 0);
    return end == text.length() ? number(text, 0, end) : OptionalLong.empty();
  }

  /** The whole text as an int. */
  static OptionalInt integer(String text) {
    return narrow(number(text));
  }

  /** The number that begins at an index, whatever follows. */
  static OptionalInt integerAt(String text, int from) {
    return narrow(numberAt(text, from));
  }

  /** The number that begins at an index, whatever follows. */
  static OptionalLong numberAt(String text, int from) {
    return number(text, from, end(text, from));
  }

  /** The index after the digits that begin at an index. */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static OptionalLong number(String text, int from, int end) {
    if (end == from || end - from > MOST) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text, from, end, 10));
  }

  private static OptionalInt narrow(OptionalLong number) {
    return number.isPresent() && number.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.getAsLong())
        : OptionalInt.empty();
  }
}
