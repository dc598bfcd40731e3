package io.killtrail.ingest.snapshot;

import java.util.OptionalInt;

/** The number in a PID file, read as its users do: atoi(3), fscanf(3), {@code $(cat FILE)}. */
public final class PidFileNumber {
  private PidFileNumber() {}

  /** The number at the beginning; empty when there is none, or one that names no process. */
  public static OptionalInt read(String content) {
    String text = content.stripLeading();
    long number = 0;
    for (int i = 0; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
      number = number * 10 + (text.charAt(i) - '0');
      if (number > Integer.MAX_VALUE) {
        return OptionalInt.empty();
      }
    }
    return number == 0 ? OptionalInt.empty() : OptionalInt.of((int) number);
  }
}
